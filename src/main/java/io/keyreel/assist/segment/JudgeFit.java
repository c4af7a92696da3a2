package io.keyreel.assist.segment;

import io.keyreel.assist.Prompt;
import io.keyreel.geometry.Mask;
import io.keyreel.geometry.PixelBox;
import io.keyreel.kernel.Progress;
import io.keyreel.vision.FrameSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;

/**
 * Fits the judge to generated clips: somebody clicks in the middle of what is most wrong, every
 * reading that comes up is compared with the truth. Made twice: the second time mistakes are those
 * that the first judge makes.
 */
public final class JudgeFit {
  private static final int CLICKS = 5;
  private static final int TREES = 300;
  private static final double STRAY = 0.4;
  private static final float NOISE = 0.3f;

  private final List<float[]> rows = new ArrayList<>();
  private final List<Float> wanted = new ArrayList<>();
  private final Random random = new Random(1);

  private JudgeFit() {}

  /** Frames, the first of which is learnt from, and the objects on it. */
  public record Lesson(FrameSource frames, List<Mask> objects) {}

  /** The text of the resource that {@link Judge#fitted()} reads. */
  public static String fit(int lessons, IntFunction<Lesson> lesson, Progress progress) {
    JudgeFit fit = new JudgeFit();
    Judge first = (_, _, traits) -> new float[traits.length];
    fit.learn(lessons / 2, lesson, first, 1, part -> progress.report(part / 3, "first judge"));
    Judge judge = Judge.of(fit.forest());
    fit.learn(lessons, lesson, judge, STRAY, part -> progress.report((1 + 2 * part) / 3, "judge"));
    return fit.forest().text();
  }

  @FunctionalInterface
  private interface Part {
    void done(double part);
  }

  private Forest forest() {
    float[] values = new float[wanted.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = wanted.get(i);
    }
    return ForestFit.fit(rows, values, TREES);
  }

  private void learn(
      int lessons, IntFunction<Lesson> lesson, Judge judge, double stray, Part part) {
    for (int i = 0; i < lessons; i++) {
      Lesson one = lesson.apply(i);
      for (Mask truth : one.objects) {
        learn(one.frames, truth, judge, stray);
      }
      part.done((i + 1.0) / lessons);
    }
  }

  private void learn(FrameSource frames, Mask truth, Judge judge, double stray) {
    Scene scene = RegionSegmenter.scene(frames, 0);
    Judge teacher = new Teacher(scene, truth, judge, stray);
    OpenedPicture picture = new OpenedPicture(scene, teacher, frames.width(), frames.height());
    List<Prompt> prompts = new ArrayList<>();
    Mask answer = Mask.empty(truth.width(), truth.height());
    for (int i = 0; i < CLICKS; i++) {
      prompts.add(SimulatedClicks.next(answer, truth));
      answer = picture.segment(prompts, null).getFirst().mask();
    }
    PixelBox box = truth.bounds();
    picture.segment(List.of(new Prompt.Box(box.x(), box.y(), box.width(), box.height())), null);
  }

  /** Writes down how good each reading is, and now and then goes on from another than the best. */
  private final class Teacher implements Judge {
    private final Scene scene;
    private final Judge judge;
    private final double stray;
    private final long[] covered;
    private long truthArea;

    Teacher(Scene scene, Mask truth, Judge judge, double stray) {
      this.scene = scene;
      this.judge = judge;
      this.stray = stray;
      this.covered = new long[scene.count()];
      Regions regions = scene.regions();
      double across = (double) truth.width() / regions.width();
      double down = (double) truth.height() / regions.height();
      for (int i = 0; i < regions.label().length; i++) {
        int x = (int) ((i % regions.width() + 0.5) * across);
        int y = (int) ((i / regions.width() + 0.5) * down);
        if (truth.get(x, y)) {
          covered[regions.label()[i]]++;
          truthArea++;
        }
      }
    }

    @Override
    public float[] scores(Ask ask, List<boolean[]> sets, float[][] traits) {
      float[] noisy = new float[sets.size()];
      for (int k = 0; k < noisy.length; k++) {
        float iou = iou(sets.get(k));
        rows.add(traits[k]);
        wanted.add(iou);
        noisy[k] = iou + NOISE * (float) random.nextGaussian();
      }
      return random.nextDouble() < stray ? noisy : judge.scores(ask, sets, traits);
    }

    private float iou(boolean[] set) {
      long both = 0;
      long area = 0;
      for (int i = 0; i < set.length; i++) {
        both += set[i] ? covered[i] : 0;
        area += set[i] ? scene.regions().area()[i] : 0;
      }
      return (float) both / Math.max(1, area + truthArea - both);
    }
  }
}
