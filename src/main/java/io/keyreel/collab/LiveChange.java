package io.keyreel.collab;

import io.keyreel.labels.Change;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A committed change, as listeners hear of it. */
record LiveChange(
    long seq,
    @Nullable UUID op,
    String kind,
    String subject,
    @Nullable JsonNode after,
    @Nullable Author author,
    Instant at,
    @Nullable UUID task) {
  /** Who made it; nobody when a machine did. */
  record Author(UUID id, String name) {}

  static LiveChange of(Change change, @Nullable Author author) {
    return new LiveChange(
        change.seq(),
        change.op(),
        change.kind(),
        change.subject(),
        change.after(),
        author,
        change.at(),
        change.task());
  }
}
