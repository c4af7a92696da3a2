package io.keyreel.assist;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One execution of an engine over spans.
 *
 * @param generation newer ones are shown before older ones
 * @param from the first frame of its spans
 * @param to one past their last frame
 */
public record Run(
    UUID id,
    long number,
    UUID project,
    UUID labelSet,
    @Nullable UUID task,
    @Nullable UUID job,
    String engine,
    long generation,
    RunState state,
    double progress,
    @Nullable String error,
    List<UUID> tracks,
    int from,
    int to,
    UUID requestedBy,
    Instant createdAt,
    @Nullable Instant finishedAt) {}
