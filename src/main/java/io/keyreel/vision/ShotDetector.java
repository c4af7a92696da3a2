package io.keyreel.vision;

import io.keyreel.kernel.FrameRange;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Finds shots while frames go by, one after the other, with a few small frames in memory. A cut is
 * a frame that motion cannot explain from the one before, much more so than its neighbours, and
 * that stays unexplained a few frames on (a flash does not). A fade is a passage through an even
 * picture.
 */
public final class ShotDetector implements AutoCloseable {
  /** How wide frames are looked at; wider ones are shrunk first. */
  public static final int WIDTH = 160;

  private static final int WINDOW = 4;

  private final OpticalFlow flow = new OpticalFlow(OpticalFlow.Preset.ULTRAFAST);
  private final List<Float> residuals = new ArrayList<>();
  private final List<Float> bridges = new ArrayList<>();
  private final List<Boolean> blanks = new ArrayList<>();
  private final Deque<Image> recent = new ArrayDeque<>();
  private final DissolveDetector dissolves = new DissolveDetector();

  /** How high frames of a video are looked at. */
  public static int height(int width, int height) {
    return ShotFrames.height(width, height, WIDTH);
  }

  /** Takes the next frame, BGR or grey, of any size; smaller ones are quicker. */
  public void accept(Image frame) {
    Image small = ShotFrames.prepare(frame, WIDTH);
    residuals.add(recent.isEmpty() ? 0 : ShotFrames.unexplained(flow, recent.getLast(), small));
    bridges.add(
        recent.size() < 3 ? Float.NaN : ShotFrames.unexplained(flow, recent.getFirst(), small));
    blanks.add(ShotFrames.blank(small));
    dissolves.accept(flow, small);
    recent.addLast(small);
    if (recent.size() > 3) {
      recent.removeFirst();
    }
  }

  /** The shots of the frames seen; the last one reaches to {@code frameCount}. */
  public List<Shot> finish(int frameCount) {
    List<Shot> shots = new ArrayList<>();
    int start = 0;
    Transition startsWith = Transition.START;
    for (int t = 1; t < Math.min(frameCount, residuals.size()); t++) {
      Transition transition = transition(t);
      if (transition != Transition.START) {
        shots.add(new Shot(new FrameRange(start, t), startsWith));
        start = t;
        startsWith = transition;
      }
    }
    if (frameCount > start) {
      shots.add(new Shot(new FrameRange(start, frameCount), startsWith));
    }
    return List.copyOf(shots);
  }

  private Transition transition(int t) {
    if (fadeMiddle(t)) {
      return Transition.FADE;
    }
    if (blanks.get(t) || blanks.get(t - 1)) {
      return Transition.START;
    }
    if (cut(t)) {
      return Transition.CUT;
    }
    boolean dissolve = !blankNear(t) && dissolves.middle(t, this::cut);
    return dissolve ? Transition.DISSOLVE : Transition.START;
  }

  /** Whether a fade is so near that its slopes would pass for dissolves. */
  private boolean blankNear(int t) {
    int from = Math.max(0, t - 2 * DissolveDetector.REACH);
    int to = Math.min(blanks.size(), t + 2 * DissolveDetector.REACH + 1);
    return blanks.subList(from, to).contains(true);
  }

  private boolean cut(int t) {
    float here = residuals.get(t);
    float around = 0;
    int count = 0;
    for (int i = Math.max(1, t - WINDOW); i <= Math.min(residuals.size() - 1, t + WINDOW); i++) {
      if (i != t) {
        around += residuals.get(i);
        count++;
      }
    }
    float usual = count == 0 ? 0 : around / count;
    return here > 0.3f && here > 2.5f * usual + 0.05f && bridged(t);
  }

  /** Whether frames before and after {@code t} stay strangers a little further apart. */
  private boolean bridged(int t) {
    int after = t + 1;
    if (after >= bridges.size() || bridges.get(after).isNaN()) {
      return true;
    }
    return bridges.get(after) > 0.3f;
  }

  private boolean fadeMiddle(int t) {
    if (!blanks.get(t)) {
      return false;
    }
    int from = t;
    int to = t;
    while (from > 0 && blanks.get(from - 1)) {
      from--;
    }
    while (to + 1 < blanks.size() && blanks.get(to + 1)) {
      to++;
    }
    return from > 0 && to + 1 < blanks.size() && t == (from + to + 1) / 2;
  }

  @Override
  public void close() {
    flow.close();
  }
}
