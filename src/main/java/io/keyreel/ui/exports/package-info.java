/** Files made of the labels, for those who train on them. */
@NullMarked
package io.keyreel.ui.exports;

import org.jspecify.annotations.NullMarked;
