package io.keyreel.assist;

import io.keyreel.kernel.FrameRange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Work that an engine does in one go: the spans of all tracks that overlap, so that flows are
 * shared and objects compete for pixels.
 */
record SpanBatch(FrameRange frames, List<Work> works) {
  /** In order of frames. */
  static List<SpanBatch> of(List<Work> works) {
    List<SpanBatch> batches = new ArrayList<>();
    for (Work work :
        works.stream().sorted(Comparator.comparingInt(w -> w.todo().from())).toList()) {
      SpanBatch last = batches.isEmpty() ? null : batches.getLast();
      if (last != null && last.frames.overlaps(work.todo())) {
        batches.set(batches.size() - 1, last.with(work));
      } else {
        batches.add(new SpanBatch(work.todo(), List.of(work)));
      }
    }
    return batches;
  }

  private SpanBatch with(Work work) {
    List<Work> more = new ArrayList<>(works);
    more.add(work);
    return new SpanBatch(
        new FrameRange(frames.from(), Math.max(frames.to(), work.todo().to())), more);
  }
}
