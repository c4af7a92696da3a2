package io.keyreel.labels;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** A clip class that a person said of the whole clip. */
public record ClipTag(
    UUID id,
    String classId,
    Map<String, Object> value,
    long version,
    UUID author,
    Instant updatedAt) {}
