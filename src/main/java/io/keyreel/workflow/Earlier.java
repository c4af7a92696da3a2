package io.keyreel.workflow;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a task stood before its last move.
 *
 * @param move the move, as it is on record
 */
record Earlier(
    UUID move,
    TaskState state,
    int round,
    @Nullable UUID labeler,
    @Nullable UUID reviewer,
    Instant at) {}
