/** Signing in, and the first steps after a one-time link. */
@NullMarked
package io.keyreel.ui.login;

import org.jspecify.annotations.NullMarked;
