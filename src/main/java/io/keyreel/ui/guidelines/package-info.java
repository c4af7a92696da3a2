/** How a project wants its labels made: read by all, written by leads. */
@NullMarked
package io.keyreel.ui.guidelines;

import org.jspecify.annotations.NullMarked;
