package io.keyreel.geometry;

import java.util.Arrays;

/** Run lengths of a mask in its own order, background first. */
final class Runs {
  private int[] counts = new int[64];
  private int length;
  private int end;

  private Runs() {}

  static int[] of(Mask mask) {
    Runs runs = new Runs();
    mask.forEachRun((from, to) -> {
      runs.add(from - runs.end);
      runs.add(to - from);
      runs.end = to;
    });
    int rest = mask.width() * mask.height() - runs.end;
    if (rest > 0) {
      runs.add(rest);
    }
    return Arrays.copyOf(runs.counts, runs.length);
  }

  static Mask mask(int[] counts, int width, int height) {
    MaskBuilder builder = new MaskBuilder(width, height);
    int at = 0;
    for (int i = 0; i < counts.length; i++) {
      if ((i & 1) == 1) {
        builder.run(at, at + counts[i]);
      }
      at += counts[i];
    }
    return builder.build();
  }

  private void add(int count) {
    if (length == counts.length) {
      counts = Arrays.copyOf(counts, 2 * length);
    }
    counts[length++] = count;
  }
}
