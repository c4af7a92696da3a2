package io.keyreel.labels;

import java.util.UUID;

/**
 * Consecutive frames of a track on which one chunk of proposals is what reading shows, as far as no
 * keyframe lies above it.
 *
 * @param confidence predicted IoU, one a frame
 * @param visibility one a frame, by the order of {@link Visibility}
 */
@SuppressWarnings("ArrayRecordComponent")
public record ProposalPiece(
    UUID track,
    UUID run,
    long generation,
    String engine,
    int from,
    int to,
    float[] confidence,
    int[] visibility,
    boolean accepted) {}
