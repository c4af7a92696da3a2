package io.keyreel.workflow;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An edit that came after its task had gone on, as people look at it.
 *
 * @param reason why it was kept apart
 * @param outcome why it could not be taken over when somebody tried
 * @param difference how the labels would change, for shapes
 * @param edit the operation itself
 */
public record LateView(
    long n,
    Person author,
    String kind,
    @Nullable TrackRef track,
    @Nullable Integer frame,
    Instant at,
    String reason,
    String state,
    @Nullable String outcome,
    @Nullable Person decidedBy,
    @Nullable String decision,
    @Nullable Difference difference,
    JsonNode edit) {

  /** A track that the labels have. */
  public record TrackRef(UUID id, int number, String name) {}

  /**
   * What stands now against what it would be, in pixels.
   *
   * @param iou 1 when both are the same
   */
  public record Difference(long now, long then, long gained, long lost, double iou) {}

  /** What came of taking some over, or putting them aside. */
  public record Decided(int done, int left, List<LateView> edits) {}
}
