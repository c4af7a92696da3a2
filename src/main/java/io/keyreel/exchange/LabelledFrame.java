package io.keyreel.exchange;

import io.keyreel.geometry.Shape;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One frame of a snapshot and everything on it.
 *
 * @param clip index of the clip in the snapshot
 * @param frame its number in the annotator
 * @param pts its time in ticks of the clip's time base
 * @param sha256 of the decoded picture, in hexadecimal
 */
record LabelledFrame(
    int clip, int frame, long pts, long duration, String sha256, List<FrameShape> shapes) {

  /**
   * A shape and where it comes from.
   *
   * @param track number of its track
   * @param source human, accepted, propagated or interpolated
   * @param confidence the engine's predicted IoU; none for what people drew
   * @param z larger lies above
   */
  record FrameShape(
      int track,
      String slot,
      Shape shape,
      String source,
      @Nullable Double confidence,
      @Nullable String engine,
      @Nullable String run,
      @Nullable String author,
      String visibility,
      int z,
      Map<String, Object> attributes) {}
}
