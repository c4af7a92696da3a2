/** A project's classes, members and rules. */
@NullMarked
package io.keyreel.ui.settings;

import org.jspecify.annotations.NullMarked;
