package io.keyreel.labels;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One object's identity through frames.
 *
 * @param number what people call it, counted per label set
 */
public record Track(
    UUID id,
    int number,
    TrackKind kind,
    @Nullable String classId,
    String name,
    @Nullable String color,
    Map<String, Object> attributes,
    int z,
    @Nullable UUID groupId,
    boolean deleted,
    long version) {}
