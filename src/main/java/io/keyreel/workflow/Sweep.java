package io.keyreel.workflow;

import java.time.Instant;
import java.util.UUID;

/**
 * A pass through a task that shows everything.
 *
 * @param frames how many frames were really shown so far
 * @param misses objects that were missing and were added during it
 */
public record Sweep(
    UUID id, UUID task, UUID user, double speed, int frames, int misses, Instant startedAt) {}
