package io.keyreel.labels;

import io.keyreel.kernel.FrameRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.UUID;

/** Cuts the confidences of one track into doubtful spans. */
final class DoubtLine {
  /** So many good frames between doubtful ones do not part them: one look covers both. */
  private static final int LONGEST_GAP = 2;

  private DoubtLine() {}

  /**
   * @param frames confidences of the frames that nobody has confirmed; a missing frame ends a gap
   */
  static List<DoubtfulSpan> spans(
      UUID track, NavigableMap<Integer, Float> frames, double threshold) {
    List<FrameRange> ranges = new ArrayList<>();
    int from = -1;
    int last = -1;
    for (Map.Entry<Integer, Float> entry : frames.entrySet()) {
      if (entry.getValue() >= threshold) {
        continue;
      }
      int frame = entry.getKey();
      if (from >= 0 && !joins(frames, last, frame)) {
        ranges.add(new FrameRange(from, last + 1));
        from = -1;
      }
      from = from < 0 ? frame : from;
      last = frame;
    }
    if (from >= 0) {
      ranges.add(new FrameRange(from, last + 1));
    }
    return ranges.stream().map(range -> span(track, frames, range, threshold)).toList();
  }

  private static boolean joins(NavigableMap<Integer, Float> frames, int last, int next) {
    return next - last - 1 <= LONGEST_GAP
        && frames.subMap(last, true, next, true).size() == next - last + 1;
  }

  private static DoubtfulSpan span(
      UUID track, NavigableMap<Integer, Float> frames, FrameRange range, double threshold) {
    var inside = frames.subMap(range.from(), range.to()).values();
    return new DoubtfulSpan(
        track,
        range,
        inside.stream().mapToDouble(Float::doubleValue).min().orElseThrow(),
        inside.stream().mapToDouble(Float::doubleValue).average().orElseThrow(),
        mendable(frames, range, threshold));
  }

  /** The frames up to the confirmed ones on both sides that are less than half way to sure. */
  private static int mendable(
      NavigableMap<Integer, Float> frames, FrameRange range, double threshold) {
    double unsure = (1 + threshold) / 2;
    int count =
        (int)
            frames.subMap(range.from(), range.to()).values().stream()
                .filter(confidence -> confidence < unsure)
                .count();
    for (int frame = range.from() - 1; frames.containsKey(frame); frame--) {
      count += frames.get(frame) < unsure ? 1 : 0;
    }
    for (int frame = range.to(); frames.containsKey(frame); frame++) {
      count += frames.get(frame) < unsure ? 1 : 0;
    }
    return count;
  }
}
