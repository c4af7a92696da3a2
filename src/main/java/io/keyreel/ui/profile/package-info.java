/** A person's name, password, tokens and theme. */
@NullMarked
package io.keyreel.ui.profile;

import org.jspecify.annotations.NullMarked;
