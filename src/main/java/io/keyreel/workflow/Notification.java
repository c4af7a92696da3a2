package io.keyreel.workflow;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Word to one person.
 *
 * @param kind returned, reopened, approved, assigned, note or reply
 */
public record Notification(
    UUID id,
    String kind,
    String body,
    @Nullable UUID project,
    @Nullable UUID task,
    Instant createdAt,
    @Nullable Instant readAt) {}
