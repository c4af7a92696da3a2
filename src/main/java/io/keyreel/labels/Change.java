package io.keyreel.labels;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One row of the change log.
 *
 * @param applied false for the losing side of a conflict, kept so that no work is lost
 */
public record Change(
    long seq,
    @Nullable UUID op,
    @Nullable UUID task,
    String kind,
    String subject,
    @Nullable JsonNode before,
    @Nullable JsonNode after,
    boolean applied,
    @Nullable UUID group,
    @Nullable UUID author,
    Instant at) {}
