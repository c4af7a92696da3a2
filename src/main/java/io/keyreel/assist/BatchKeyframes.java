package io.keyreel.assist;

import io.keyreel.geometry.Mask;
import io.keyreel.geometry.MaskShape;
import io.keyreel.geometry.Masks;
import io.keyreel.geometry.Shape;
import io.keyreel.kernel.FrameRange;
import io.keyreel.vision.FrameSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The masks that lead an engine through a batch: those inside it and beside it, on to the nearest
 * that shows the object. What was seen of it before it went away is what it is found again by.
 */
final class BatchKeyframes {
  private BatchKeyframes() {}

  /** A track that was deleted meanwhile is left out: its spans are fenced off. */
  static List<TrackKeyframes> of(SpanBatch batch, Map<UUID, TrackLine> lines, FrameSource frames) {
    return batch.works().stream()
        .map(work -> work.span().gap().track())
        .distinct()
        .flatMap(track -> Optional.ofNullable(lines.get(track)).stream())
        .map(line -> new TrackKeyframes(line.track(), masks(line, batch.frames(), frames)))
        .toList();
  }

  private static Map<Integer, Mask> masks(TrackLine line, FrameRange range, FrameSource frames) {
    NavigableMap<Integer, Shape> anchors = line.anchors();
    Integer first = nearest(anchors.headMap(range.from(), false).descendingMap());
    Integer last = nearest(anchors.tailMap(range.to(), true));
    Map<Integer, Mask> masks = new HashMap<>();
    anchors
        .subMap(first == null ? range.from() : first, true, last == null ? range.to() : last, true)
        .forEach(
            (frame, shape) -> masks.put(frame, Masks.of(shape, frames.width(), frames.height())));
    return masks;
  }

  private static @Nullable Integer nearest(NavigableMap<Integer, Shape> outwards) {
    return outwards.entrySet().stream()
        .filter(anchor -> !anchor.getValue().equals(MaskShape.EMPTY))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseGet(() -> outwards.isEmpty() ? null : outwards.firstKey());
  }
}
