package io.keyreel.labels;

import java.util.UUID;

/**
 * Whose labels these are.
 *
 * @param seq the number of its last committed change
 */
public record LabelSet(UUID id, UUID projectId, UUID videoId, Kind kind, long seq) {
  public enum Kind {
    TRUTH,
    COPY,
    PREDICTION
  }
}
