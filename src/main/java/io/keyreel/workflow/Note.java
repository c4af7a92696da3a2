package io.keyreel.workflow;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A remark pinned to frames of a task, and what was answered to it. Open until resolved. */
public record Note(
    UUID id,
    UUID task,
    int from,
    int to,
    @Nullable UUID track,
    @Nullable Double x,
    @Nullable Double y,
    String body,
    Person author,
    Instant createdAt,
    @Nullable Person resolvedBy,
    @Nullable Instant resolvedAt,
    long version,
    List<Reply> replies) {

  /** An answer. */
  public record Reply(UUID id, String body, Person author, Instant createdAt) {}

  public boolean open() {
    return resolvedAt == null;
  }
}
