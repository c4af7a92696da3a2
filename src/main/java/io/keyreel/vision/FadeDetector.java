package io.keyreel.vision;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds fades: passages through an even picture, from one scene to another. A few even frames with
 * the same scene on both sides are a flash.
 */
final class FadeDetector {
  private static final int FLASH = 3;
  private static final float STRANGE = 0.55f;
  private static final float SUDDEN = 12;

  private final List<Boolean> blanks = new ArrayList<>();
  private final List<Boolean> middles = new ArrayList<>();
  private final Ring<Image> recent = new Ring<>(FLASH + 2);

  void accept(OpticalFlow flow, Image frame) {
    int number = blanks.size();
    boolean blank = ShotFrames.blank(frame);
    recent.add(frame);
    blanks.add(blank);
    middles.add(false);
    if (!blank && number > 0 && blanks.get(number - 1)) {
      passed(flow, number);
    }
  }

  private void passed(OpticalFlow flow, int end) {
    int start = end - 1;
    while (start > 0 && blanks.get(start - 1)) {
      start--;
    }
    if (start > 0 && !(end - start <= FLASH && flash(flow, start - 1, end))) {
      middles.set((start + end) / 2, true);
    }
  }

  /** Whether the picture was sudden to go, and is the same that came back. */
  private boolean flash(OpticalFlow flow, int before, int after) {
    Image first = recent.get(before);
    Image last = recent.get(after);
    return ShotFrames.deviation(first) > SUDDEN
        && ShotFrames.deviation(last) > SUDDEN
        && ShotFrames.unexplained(flow, first, last) <= STRANGE;
  }

  boolean blank(int t) {
    return blanks.get(t);
  }

  /** Whether there is an even picture so near that its slopes would pass for dissolves. */
  boolean near(int t, int reach) {
    int from = Math.max(0, t - reach);
    return blanks.subList(from, Math.min(blanks.size(), t + reach + 1)).contains(true);
  }

  /** Whether frame {@code t} is the middle of a fade. */
  boolean middle(int t) {
    return middles.get(t);
  }
}
