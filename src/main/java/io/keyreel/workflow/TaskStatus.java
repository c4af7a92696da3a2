package io.keyreel.workflow;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a task stands, in short: what watchers hear and what a refused request is answered with.
 */
public record TaskStatus(
    UUID id,
    long number,
    long version,
    Stage stage,
    String state,
    int round,
    @Nullable Person assignee) {}
