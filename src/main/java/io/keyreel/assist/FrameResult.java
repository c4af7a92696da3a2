package io.keyreel.assist;

import io.keyreel.geometry.Mask;

/**
 * One track in one frame, as a machine sees it.
 *
 * @param mask of the whole frame; empty unless visible
 * @param confidence the predicted IoU of the mask with the truth, 0 to 1
 */
public record FrameResult(Mask mask, double confidence, Visibility visibility) {}
