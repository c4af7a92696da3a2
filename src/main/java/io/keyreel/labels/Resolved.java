package io.keyreel.labels;

import io.keyreel.geometry.Shape;
import io.keyreel.kernel.FrameRange;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What reading shows on the frames of a range. */
public record Resolved(FrameRange frames, List<TrackFrames> tracks) {
  /** Where a shape comes from. */
  public enum Source {
    HUMAN,
    ACCEPTED,
    PROPAGATED,
    INTERPOLATED
  }

  /** A track on the frames on which it shows a shape, in order of frames, then slots. */
  public record TrackFrames(Track track, List<ResolvedFrame> frames) {}

  /**
   * The shape of a track on a frame.
   *
   * @param confidence predicted IoU of a machine's shape; null for others
   * @param attributes those of the track's state on this frame
   * @param author who made or accepted it; null for what nobody has confirmed
   */
  public record ResolvedFrame(
      int frame,
      Slot slot,
      Shape shape,
      Source source,
      @Nullable Float confidence,
      Visibility visibility,
      @Nullable Boolean truncated,
      Map<String, Object> attributes,
      @Nullable Integer z,
      @Nullable UUID run,
      @Nullable String engine,
      @Nullable UUID author) {}
}
