package io.keyreel.labels;

import io.keyreel.geometry.Shape;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The shapes of a winning piece, frame by frame from {@code from}; null where nothing is seen. */
public record MaskItem(
    UUID track, UUID run, long generation, int from, List<@Nullable Shape> shapes) {}
