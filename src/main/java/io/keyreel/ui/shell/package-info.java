/** The frame around the screens: top bar, project switcher, jobs, notifications, navigation. */
@NullMarked
package io.keyreel.ui.shell;

import org.jspecify.annotations.NullMarked;
