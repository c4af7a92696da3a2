package io.keyreel.labels;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Visibility and attributes of a track from a frame on, until its next state. */
public record TrackState(
    UUID track,
    int frame,
    @Nullable Visibility visibility,
    @Nullable AbsenceReason reason,
    @Nullable Boolean truncated,
    Map<String, Object> attributes,
    long version,
    UUID author,
    Instant updatedAt) {}
