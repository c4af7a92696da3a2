package io.keyreel.vision;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Finds dissolves: the picture half way is the mean of the pictures before and after, which are
 * strangers to each other.
 */
final class DissolveDetector {
  static final int REACH = 8;

  private final Deque<Image> recent = new ArrayDeque<>();
  private final List<Float> scores = new ArrayList<>();

  void accept(OpticalFlow flow, Image frame) {
    recent.addLast(frame);
    scores.add(0f);
    if (recent.size() <= 2 * REACH) {
      return;
    }
    List<Image> window = List.copyOf(recent);
    scores.set(scores.size() - 1 - REACH, score(flow, window));
    recent.removeFirst();
  }

  private static float score(OpticalFlow flow, List<Image> window) {
    byte[] first = window.getFirst().data();
    byte[] middle = window.get(REACH).data();
    byte[] last = window.getLast().data();
    long apart = 0;
    long fromMean = 0;
    for (int i = 0; i < first.length; i++) {
      int a = first[i] & 0xff;
      int b = last[i] & 0xff;
      apart += Math.abs(a - b);
      fromMean += Math.abs((middle[i] & 0xff) * 2 - a - b);
    }
    float difference = (float) apart / first.length;
    float ratio = fromMean / 2f / Math.max(1, apart);
    if (difference < 12 || ratio > 0.28f) {
      return 0;
    }
    float strange = ShotFrames.unexplained(flow, window.getFirst(), window.getLast());
    return strange > 0.3f ? strange * (1 - ratio) : 0;
  }

  /** Whether frame {@code t} is the best middle of a dissolve, with no cut beside it. */
  boolean middle(int t, IntPredicate cut) {
    float here = t < scores.size() ? scores.get(t) : 0;
    if (here == 0) {
      return false;
    }
    for (int i = Math.max(1, t - REACH); i <= Math.min(scores.size() - 1, t + REACH); i++) {
      if (scores.get(i) > here || (i < t && scores.get(i) == here) || cut.test(i)) {
        return false;
      }
    }
    return true;
  }
}
