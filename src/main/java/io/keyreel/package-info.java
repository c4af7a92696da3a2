/**
 * Keyreel turns video into segmentation ground truth. Here are its two ways in: the server and the
 * commands.
 */
@NullMarked
package io.keyreel;

import org.jspecify.annotations.NullMarked;
