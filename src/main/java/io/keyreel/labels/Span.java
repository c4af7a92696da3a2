package io.keyreel.labels;

import java.util.UUID;

/**
 * The gap between two neighbouring mask keyframes of a track, which engines fill under a fence.
 *
 * @param start the frame of the keyframe it starts with, -1 before the first
 */
public record Span(UUID track, int start) {}
