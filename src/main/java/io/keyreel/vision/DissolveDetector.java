package io.keyreel.vision;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Finds dissolves of any length up to {@link #REACH} frames either way: in between, the picture is
 * a mixture of the ones before and after, more and more of the latter, and these two are strangers
 * to each other even when light and contrast are made alike. Looked at coarsely, where what moves
 * within the shots counts little.
 */
final class DissolveDetector {
  static final int REACH = 24;

  private static final int[] SPANS = {3, 5, 8, 12, 17, REACH};
  private static final int COARSE = 5;
  private static final float APART = 8;
  private static final float UNMIXED = 0.4f;
  private static final float STRANGE = 0.35f;
  private static final float SHARP = 1.15f;

  private final List<Float> scores = new ArrayList<>();
  private final List<Integer> spans = new ArrayList<>();
  private final Ring<Image> recent = new Ring<>(2 * REACH + 1);
  private final Ring<float[]> coarse = new Ring<>(2 * REACH + 1);

  void accept(OpticalFlow flow, Image frame) {
    recent.add(frame);
    coarse.add(coarse(frame));
    scores.add(0f);
    spans.add(0);
    int middle = scores.size() - 1 - REACH;
    if (middle >= 0) {
      judge(flow, middle);
    }
  }

  /** The last frames have nothing after them to be judged by in full: shorter spans do. */
  void finish(OpticalFlow flow) {
    for (int middle = Math.max(0, scores.size() - REACH); middle < scores.size(); middle++) {
      judge(flow, middle);
    }
  }

  private void judge(OpticalFlow flow, int middle) {
    for (int span : SPANS) {
      if (middle - span < coarse.first() || middle + span >= scores.size()) {
        return;
      }
      float mixed = mixed(middle, span);
      if (mixed > 0) {
        float strange = strange(flow, middle - span, middle + span);
        float score = strange < STRANGE ? 0 : strange * mixed;
        if (score > scores.get(middle)) {
          scores.set(middle, score);
          spans.set(middle, span);
        }
      }
    }
  }

  /** How well the middle is the mean of both ends, with the quarters on their way; 0 where not. */
  private float mixed(int middle, int span) {
    float[] before = coarse.get(middle - span);
    float[] after = coarse.get(middle + span);
    Mixture mixture = new Mixture(before, after);
    if (mixture.apart() < APART) {
      return 0;
    }
    int quarter = Math.max(1, span / 2);
    float[] share = mixture.of(coarse.get(middle));
    float[] early = mixture.of(coarse.get(middle - quarter));
    float[] late = mixture.of(coarse.get(middle + quarter));
    boolean ordered = Math.abs(share[0] - 0.5f) < 0.2f && early[0] < 0.4f && late[0] > 0.6f;
    float worst = Math.max(share[1], Math.max(early[1], late[1]));
    return ordered && worst < UNMIXED ? 1 - worst : 0;
  }

  private record Mixture(float[] before, float[] after) {
    float apart() {
      float sum = 0;
      for (int i = 0; i < before.length; i++) {
        sum += Math.abs(after[i] - before[i]);
      }
      return sum / before.length;
    }

    /** How much of the second is in it, and how much of it is in neither. */
    float[] of(float[] picture) {
      double along = 0;
      double length = 0;
      for (int i = 0; i < before.length; i++) {
        double step = after[i] - before[i];
        along += step * (picture[i] - before[i]);
        length += step * step;
      }
      double share = along / length;
      double rest = 0;
      for (int i = 0; i < before.length; i++) {
        double off = picture[i] - before[i] - share * (after[i] - before[i]);
        rest += off * off;
      }
      return new float[] {(float) share, (float) Math.sqrt(rest / length)};
    }
  }

  private float strange(OpticalFlow flow, int before, int after) {
    Image last = recent.get(after);
    if (tooSharp(before, after)) {
      return 0;
    }
    return ShotFrames.unexplained(flow, ShotFrames.alike(recent.get(before), last), last);
  }

  /** What moves or turns keeps its detail; a mixture has that of the mean of both ends. */
  private boolean tooSharp(int before, int after) {
    float mean = ShotFrames.detailOfMean(recent.get(before), recent.get(after));
    return ShotFrames.detail(recent.get((before + after) / 2)) > SHARP * Math.max(0.5f, mean);
  }

  private static float[] coarse(Image gray) {
    int width = gray.width() / COARSE;
    int height = gray.height() / COARSE;
    float[] cells = new float[width * height];
    for (int y = 0; y < height * COARSE; y++) {
      for (int x = 0; x < width * COARSE; x++) {
        cells[y / COARSE * width + x / COARSE] += gray.data()[y * gray.width() + x] & 0xff;
      }
    }
    for (int i = 0; i < cells.length; i++) {
      cells[i] /= COARSE * COARSE;
    }
    return cells;
  }

  /** Whether frame {@code t} is the best middle of a dissolve, with no other transition in it. */
  boolean middle(int t, IntPredicate other) {
    float here = scores.get(t);
    if (here == 0) {
      return false;
    }
    int span = spans.get(t);
    int from = Math.max(1, t - span);
    int to = Math.min(scores.size() - 1, t + span);
    for (int i = from; i <= to; i++) {
      if (other.test(i)) {
        return false;
      }
    }
    int near = Math.max(10, span);
    for (int i = Math.max(1, t - near); i <= Math.min(scores.size() - 1, t + near); i++) {
      if (scores.get(i) > here || (i < t && scores.get(i) == here)) {
        return false;
      }
    }
    return true;
  }
}
