package io.keyreel.jobs;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A piece of queued work as it stands.
 *
 * @param progress 0 to 1
 * @param message what is being done now, for people
 * @param error why it failed, in a sentence
 */
public record Job(
    UUID id,
    String topic,
    UUID subject,
    @Nullable UUID projectId,
    String title,
    JobState state,
    double progress,
    String message,
    @Nullable String error,
    @Nullable UUID requestedBy,
    Instant createdAt,
    @Nullable Instant startedAt,
    @Nullable Instant finishedAt,
    String payload) {}
