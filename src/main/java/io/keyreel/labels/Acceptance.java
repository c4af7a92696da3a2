package io.keyreel.labels;

import java.time.Instant;
import java.util.UUID;

/** A person's word that the proposals of a run on frames {@code from} to {@code to} are good. */
public record Acceptance(
    UUID id,
    UUID track,
    int from,
    int to,
    UUID run,
    long generation,
    UUID author,
    Instant at,
    long version) {}
