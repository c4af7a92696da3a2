package io.keyreel.assist.flow;

import io.keyreel.assist.FrameResult;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The frames in which an object does not show, or hardly. */
final class Absence {
  private static final float LOST = 0.35f;

  private final NavigableSet<Integer> frames = new TreeSet<>();

  static boolean isLost(FrameResult result) {
    return result.mask().isEmpty() || (float) result.confidence() < LOST;
  }

  void note(Map<Integer, FrameResult> results) {
    results.forEach((frame, result) -> {
      if (isLost(result)) {
        frames.add(frame);
      }
    });
  }

  /** These frames, and those of more results. */
  Absence and(Map<Integer, FrameResult> results) {
    Absence all = new Absence();
    all.frames.addAll(frames);
    all.note(results);
    return all;
  }

  /** Leaves out what lies in front of a frame. */
  void forget(int frame) {
    frames.headSet(frame).clear();
  }

  /** Whether the object is gone somewhere on the way from an anchor to a frame. */
  boolean parts(Anchor anchor, int frame) {
    int from = Math.min(frame, anchor.frame());
    int to = Math.max(frame, anchor.frame());
    return !frames.subSet(from, true, to, true).isEmpty();
  }

  /** Whether the object is gone on the way from every anchor to a frame. */
  boolean parts(Sides sides, int frame) {
    return cutsOff(sides.before(), frame) && cutsOff(sides.after(), frame);
  }

  private boolean cutsOff(@Nullable Anchor anchor, int frame) {
    return anchor == null || anchor.mask().isEmpty() || parts(anchor, frame);
  }
}
