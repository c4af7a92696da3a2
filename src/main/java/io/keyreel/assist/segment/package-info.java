/**
 * The built-in segmenter: the frame is cut into small regions along its edges once; what a prompt
 * means is the best of many cuts through their graph, judged by figures that were fitted to
 * generated clips. Nothing learnt from photographs, no accelerator.
 */
@NamedInterface("segment")
@NullMarked
package io.keyreel.assist.segment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
