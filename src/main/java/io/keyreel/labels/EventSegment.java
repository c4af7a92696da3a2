package io.keyreel.labels;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A labelled interval of time.
 *
 * @param to one past the last frame
 * @param participants the tracks that take part
 */
public record EventSegment(
    UUID id,
    String classId,
    int from,
    int to,
    Map<String, Object> attributes,
    List<UUID> participants,
    long version,
    UUID author,
    Instant updatedAt) {}
