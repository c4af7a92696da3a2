package io.keyreel.labels;

import io.keyreel.geometry.Shape;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A shape a person made or corrected.
 *
 * @param draft still being drawn: shown, but not yet confirmed
 */
public record Keyframe(
    UUID track,
    int frame,
    Slot slot,
    Shape shape,
    @Nullable Integer z,
    boolean draft,
    long version,
    UUID author,
    Instant updatedAt) {}
