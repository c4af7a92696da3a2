package io.keyreel.labels;

import io.keyreel.geometry.Shape;
import io.keyreel.kernel.FrameRange;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Proposals for consecutive frames of one track, written and thrown away as one.
 *
 * @param span the gap between keyframes they lie in
 * @param shapes one a frame; null where the object does not show
 * @param confidence predicted IoU, one a frame
 * @param visibility one a frame
 * @param mendable how many frames a correction in here would likely mend
 */
@SuppressWarnings("ArrayRecordComponent")
public record Chunk(
    UUID labelSet,
    UUID run,
    Span span,
    Slot slot,
    FrameRange frames,
    long generation,
    String engine,
    List<@Nullable Shape> shapes,
    float[] confidence,
    List<Visibility> visibility,
    int mendable) {
  public Chunk {
    int length = frames.length();
    if (shapes.size() != length
        || confidence.length != length
        || visibility.size() != length
        || frames.from() <= span.start()) {
      throw new IllegalArgumentException(
          "a chunk of %s after %s has %d shapes, %d confidences and %d visibilities"
              .formatted(frames, span, shapes.size(), confidence.length, visibility.size()));
    }
    shapes = Collections.unmodifiableList(shapes);
    visibility = List.copyOf(visibility);
  }
}
