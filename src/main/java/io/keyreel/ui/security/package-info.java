/** The door of the screens: who must sign in, where, and what pages may load. */
@NullMarked
package io.keyreel.ui.security;

import org.jspecify.annotations.NullMarked;
