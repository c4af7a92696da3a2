package io.keyreel.labels;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An edit that came when its task had left whoever made it. It stands beside the labels until
 * somebody who may edit them takes it over, or a lead puts it aside.
 *
 * @param n its place among all late edits
 * @param edit the operation as it was sent
 * @param reason why it was not taken at once
 * @param outcome why it could not be taken over when somebody tried
 * @param decision why it was put aside
 */
public record LateEdit(
    long n,
    UUID op,
    UUID labelSet,
    UUID task,
    UUID author,
    String kind,
    @Nullable UUID track,
    @Nullable Integer frame,
    JsonNode edit,
    String reason,
    Instant at,
    State state,
    @Nullable String outcome,
    @Nullable UUID decidedBy,
    @Nullable Instant decidedAt,
    @Nullable String decision) {
  public enum State {
    OPEN,
    APPLIED,
    DISCARDED
  }
}
