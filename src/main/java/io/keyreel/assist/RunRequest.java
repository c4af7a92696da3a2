package io.keyreel.assist;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a person wants to have filled.
 *
 * @param tracks null for all
 * @param from the first frame; null for the task's
 * @param to one past the last frame; null for the task's
 * @param around only the spans beside this keyframe, or about this frame
 * @param direction null for both
 * @param acrossShots whether to carry on over shot boundaries; null for no
 */
public record RunRequest(
    @Nullable List<UUID> tracks,
    @Nullable Integer from,
    @Nullable Integer to,
    @Nullable Around around,
    @Nullable Direction direction,
    @Nullable Boolean acrossShots) {
  public static final RunRequest EVERYTHING = new RunRequest(null, null, null, null, null, null);

  /** A correction: what lies beside it has to be made again. */
  public record Around(UUID track, int frame) {}

  /** Where to carry masks on the side of a keyframe that has no other keyframe. */
  public enum Direction {
    @JsonProperty("both")
    BOTH,
    @JsonProperty("forward")
    FORWARD,
    @JsonProperty("backward")
    BACKWARD
  }

  public static RunRequest around(UUID track, int frame) {
    return new RunRequest(null, null, null, new Around(track, frame), null, null);
  }

  boolean crossesShots() {
    return Boolean.TRUE.equals(acrossShots);
  }

  Direction directionOrBoth() {
    return direction == null ? Direction.BOTH : direction;
  }
}
