/** The full-screen page that hosts the annotator. */
@NullMarked
package io.keyreel.ui.annotator;

import org.jspecify.annotations.NullMarked;
