package io.keyreel.cli;

import io.keyreel.vision.LabelImage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How many pixels of each true segment lie on each predicted one, frame by frame: all that panoptic
 * measures rest on. Pixels of no known truth are void; 0 is what belongs to no object.
 */
final class SegmentOverlaps {
  static final int VOID = 255;

  /** A true segment and a predicted one. */
  record Pair(int truth, int predicted) {}

  private final SegmentClasses classes;
  private final List<Map<Pair, Long>> frames = new ArrayList<>();

  SegmentOverlaps(SegmentClasses classes) {
    this.classes = classes;
  }

  void add(LabelImage truth, LabelImage predicted) {
    int[] counts = new int[1 << 16];
    for (int i = 0; i < truth.labels().length; i++) {
      counts[(truth.labels()[i] & 0xff) << 8 | predicted.labels()[i] & 0xff]++;
    }
    Map<Pair, Long> pairs = new HashMap<>();
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] > 0) {
        pairs.put(new Pair(i >> 8, i & 0xff), (long) counts[i]);
      }
    }
    frames.add(pairs);
  }

  SegmentClasses classes() {
    return classes;
  }

  int length() {
    return frames.size();
  }

  Map<Pair, Long> all() {
    return window(0, length());
  }

  /** Summed over frames {@code from} up to {@code to}, that one left out. */
  Map<Pair, Long> window(int from, int to) {
    Map<Pair, Long> sum = new HashMap<>();
    for (Map<Pair, Long> frame : frames.subList(from, to)) {
      frame.forEach((pair, pixels) -> sum.merge(pair, pixels, Long::sum));
    }
    return Collections.unmodifiableMap(sum);
  }
}
