/** The work of a project: who does what, at which stage. */
@NullMarked
package io.keyreel.ui.tasks;

import org.jspecify.annotations.NullMarked;
