/** The list of projects and the wizard that makes one. */
@NullMarked
package io.keyreel.ui.projects;

import org.jspecify.annotations.NullMarked;
