package io.keyreel.labels;

import io.keyreel.kernel.FrameRange;
import java.util.ArrayList;
import java.util.List;

/**
 * Frames whose labels stay as they are.
 *
 * @param by what keeps them so, as people call it: "task 12"
 */
public record Sealed(FrameRange frames, String by) {

  /** The runs of frames of a range that nothing seals, in order. */
  public static List<FrameRange> free(FrameRange range, List<Sealed> sealed) {
    List<FrameRange> free = new ArrayList<>();
    int from = range.from();
    for (FrameRange closed :
        Coverage.union(sealed.stream().map(Sealed::frames).filter(range::overlaps).toList())) {
      if (closed.from() > from) {
        free.add(new FrameRange(from, closed.from()));
      }
      from = Math.max(from, closed.to());
    }
    if (from < range.to()) {
      free.add(new FrameRange(from, range.to()));
    }
    return List.copyOf(free);
  }
}
