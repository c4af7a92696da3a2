package io.keyreel.vision;

import io.keyreel.kernel.FrameRange;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds shots while frames go by, one after the other, with a few small frames in memory. A cut is
 * a frame that motion cannot explain from the one before, much more so than its neighbours, and
 * that stays unexplained from a few frames away (a flash does not). A fade is a passage through an
 * even picture.
 */
public final class ShotDetector implements AutoCloseable {
  /** How wide frames are looked at; wider ones are shrunk first. */
  public static final int WIDTH = 160;

  private static final int WINDOW = 4;
  private static final int FLASH = 3;
  private static final float STRANGE = 0.3f;
  private static final float SAME = 0.75f;

  private final OpticalFlow flow = new OpticalFlow(OpticalFlow.Preset.ULTRAFAST);
  private final List<Float> residuals = new ArrayList<>();
  private final List<Boolean> cuts = new ArrayList<>();
  private final Ring<Image> recent = new Ring<>(2 * WINDOW + 1);
  private final DissolveDetector dissolves = new DissolveDetector();
  private final FadeDetector fades = new FadeDetector();

  /** How high frames of a video are looked at. */
  public static int height(int width, int height) {
    return ShotFrames.height(width, height, WIDTH);
  }

  /** Takes the next frame, BGR or grey, of any size; smaller ones are quicker. */
  public void accept(Image frame) {
    Image small = ShotFrames.prepare(frame, WIDTH);
    int number = recent.count();
    residuals.add(
        number == 0 ? 0 : ShotFrames.unexplainedStep(flow, recent.get(number - 1), small));
    recent.add(small);
    if (number >= WINDOW) {
      cuts.add(cut(number - WINDOW));
    }
    fades.accept(flow, small);
    dissolves.accept(flow, small);
  }

  /** The shots of the frames seen; the last one reaches to {@code frameCount}. */
  public List<Shot> finish(int frameCount) {
    while (cuts.size() < residuals.size()) {
      cuts.add(cut(cuts.size()));
    }
    dissolves.finish(flow);
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
    if (fades.middle(t)) {
      return Transition.FADE;
    }
    if (fades.blank(t) || fades.blank(t - 1)) {
      return Transition.START;
    }
    if (cuts.get(t)) {
      return Transition.CUT;
    }
    return !fades.near(t, DissolveDetector.REACH) && dissolves.middle(t, cuts::get)
        ? Transition.DISSOLVE
        : Transition.START;
  }

  private boolean cut(int t) {
    if (t == 0) {
      return false;
    }
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
    return here > STRANGE && here > 2.5f * usual + 0.05f && lasting(t, here);
  }

  /** Whether the frames before and after {@code t} stay strangers over the length of a flash. */
  private boolean lasting(int t, float here) {
    float known = Math.max(STRANGE, SAME * here);
    for (int i = 1; i <= FLASH; i++) {
      if (strange(t - 1, t + i) <= known || strange(t - 1 - i, t) <= known) {
        return false;
      }
    }
    return true;
  }

  private float strange(int before, int after) {
    return before >= recent.first() && after < recent.count()
        ? ShotFrames.unexplained(flow, recent.get(before), recent.get(after))
        : Float.MAX_VALUE;
  }

  @Override
  public void close() {
    flow.close();
  }
}
