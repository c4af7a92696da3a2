package io.keyreel.labels;

import io.keyreel.kernel.FrameRange;
import java.util.UUID;

/**
 * Frames of a track that somebody should look at.
 *
 * @param mendable how many frames of the gap between keyframes a correction here would likely mend
 */
public record DoubtfulSpan(
    UUID track, FrameRange frames, double minConfidence, double meanConfidence, int mendable) {}
