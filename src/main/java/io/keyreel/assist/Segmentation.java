package io.keyreel.assist;

import io.keyreel.geometry.Mask;

/**
 * One answer to prompts.
 *
 * @param mask of the frame's size
 * @param predictedIou how well the mask is expected to meet what was meant, 0 to 1
 */
public record Segmentation(Mask mask, double predictedIou) {}
