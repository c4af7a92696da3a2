package io.keyreel.assist.flow;

import io.keyreel.assist.Visibility;
import io.keyreel.geometry.Mask;
import io.keyreel.geometry.PixelBox;
import io.keyreel.kernel.FrameRange;
import io.keyreel.vision.Flow;
import io.keyreel.vision.FrameSource;
import io.keyreel.vision.Image;
import io.keyreel.vision.Images;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Looks for an object that was lost. What it looked like is compared with every place of a small
 * picture; where it is likeliest, flow from there has to explain the picture as it does elsewhere.
 */
final class Recall {
  private static final int LINES = 180;
  private static final double LIKE = 0.3;
  private static final double SURE = 0.45;
  private static final double TRUSTED = 0.02;
  private static final int TRIES = 3;
  private static final double[] SCALES = {1, 0.8, 1.25};

  private final FrameSource frames;
  private final Workers workers;
  private final int width;
  private final int height;

  private record Guess(int frame, Memory memory, Memory.Place place) {}

  Recall(FrameSource frames, Workers workers) {
    this.frames = frames;
    this.workers = workers;
    Image first = Images.shrink(frames.frame(0), LINES);
    this.width = first.width();
    this.height = first.height();
  }

  /** Remembers an object. */
  Memory remember(Anchor anchor) {
    Cells picture = Cells.of(small(anchor.frame()));
    return Memory.of(anchor.frame(), anchor.mask(), picture, covered(anchor.mask(), 1));
  }

  /**
   * Where the object shows again, if it does in one of these frames.
   *
   * @param others masks of other objects by frame: it is not there
   */
  @Nullable Anchor find(
      UUID track, List<Memory> memories, List<Integer> where, IntFunction<List<Mask>> others) {
    List<Guess> guesses = new ArrayList<>();
    for (List<Guess> found :
        workers.map(where.size(), i -> guess(memories, where.get(i), others))) {
      guesses.addAll(found);
    }
    List<Guess> likely =
        guesses.stream()
            .filter(g -> g.place.likeness() > LIKE)
            .sorted(Comparator.comparingDouble((Guess g) -> -g.place.likeness()))
            .limit(TRIES)
            .toList();
    return workers.map(likely.size(), i -> verify(track, likely.get(i))).stream()
        .filter(a -> a.worth() >= SURE && !a.mask().isEmpty())
        .max(Comparator.comparingDouble(Anchor::worth))
        .orElse(null);
  }

  private List<Guess> guess(List<Memory> memories, int frame, IntFunction<List<Mask>> others) {
    Cells picture = Cells.of(small(frame));
    boolean[] taken = new boolean[picture.columns() * picture.rows()];
    for (Mask mask : others.apply(frame)) {
      boolean[] covered = covered(mask, 0);
      for (int i = 0; i < taken.length; i++) {
        taken[i] |= covered[i];
      }
    }
    return memories.stream()
        .map(memory -> new Guess(frame, memory, memory.find(picture, taken, SCALES)))
        .toList();
  }

  private Image small(int frame) {
    return Images.resize(frames.frame(frame), width, height);
  }

  /** Cells whose middle a mask covers, and all round it. */
  private boolean[] covered(Mask mask, int round) {
    int columns = width / Cells.STEP;
    int rows = height / Cells.STEP;
    boolean[] covered = new boolean[columns * rows];
    for (int i = 0; i < covered.length; i++) {
      int x = i % columns * Cells.STEP + Cells.STEP / 2;
      int y = i / columns * Cells.STEP + Cells.STEP / 2;
      covered[i] =
          in(mask, x, y)
              && in(mask, x - round, y)
              && in(mask, x + round, y)
              && in(mask, x, y - round)
              && in(mask, x, y + round);
    }
    return covered;
  }

  private boolean in(Mask mask, int x, int y) {
    int fx = (int) ((x + 0.5) * mask.width() / width);
    int fy = (int) ((y + 0.5) * mask.height() / height);
    return fx >= 0 && fy >= 0 && fx < mask.width() && fy < mask.height() && mask.get(fx, fy);
  }

  private Anchor verify(UUID track, Guess guess) {
    PixelBox there = guess.memory.mask().bounds();
    Memory.Place place = guess.place;
    double shiftX = place.x() * frames.width() / width;
    double shiftY = place.y() * frames.height() / height;
    double middleX = there.x() + there.width() / 2.0;
    double middleY = there.y() + there.height() / 2.0;
    PixelBox here =
        box(
            middleX + shiftX,
            middleY + shiftY,
            there.width() * place.scale(),
            there.height() * place.scale());
    View view = View.around(frames.width(), frames.height(), there.union(here));
    FrameRange kept = new FrameRange(guess.frame, guess.frame + 1);
    try (Scene scene = new Scene(frames, view, FlowSettings.DEFAULT, kept)) {
      SoftMask mask = SoftMask.of(view.soften(guess.memory.mask()));
      Flow start = start(view, middleX, middleY, shiftX, shiftY, place.scale());
      Evidence evidence =
          Evidence.straight(scene, guess.frame, guess.memory.frame(), start, Map.of(track, mask));
      Belief belief =
          Belief.of(view.width(), new Belief.Side(evidence, evidence.mask(track), 1), null, 1);
      Sides sides = new Sides(Anchor.drawn(guess.memory.frame(), guess.memory.mask()), null);
      Verdict verdict =
          Verdict.of(
              view,
              belief,
              Contest.margins(belief, List.of(belief)),
              area(mask) * place.scale() * place.scale(),
              sides,
              guess.frame);
      return new Anchor(
          guess.frame, verdict.result().mask(), worth(verdict), guess.frame, Visibility.VISIBLE);
    }
  }

  /** A mask that is in one piece but on a picture that does not fit is worth nothing. */
  static float worth(Verdict verdict) {
    double trust = verdict.signs().trust();
    return (float) (verdict.result().confidence() * trust / (trust + TRUSTED));
  }

  private PixelBox box(double middleX, double middleY, double boxWidth, double boxHeight) {
    int left = (int) Math.clamp(middleX - boxWidth / 2, 0, frames.width() - 1);
    int top = (int) Math.clamp(middleY - boxHeight / 2, 0, frames.height() - 1);
    int right = (int) Math.clamp(middleX + boxWidth / 2, left + 1, frames.width());
    int bottom = (int) Math.clamp(middleY + boxHeight / 2, top + 1, frames.height());
    return new PixelBox(left, top, right - left, bottom - top);
  }

  /** The way from each pixel here to where it would lie in memory. */
  private static Flow start(
      View view, double middleX, double middleY, double shiftX, double shiftY, double scale) {
    double scaleX = (double) view.width() / view.box().width();
    double scaleY = (double) view.height() / view.box().height();
    double thereX = (middleX - view.box().x()) * scaleX;
    double thereY = (middleY - view.box().y()) * scaleY;
    double hereX = thereX + shiftX * scaleX;
    double hereY = thereY + shiftY * scaleY;
    float[] vectors = new float[2 * view.width() * view.height()];
    for (int i = 0; i < vectors.length / 2; i++) {
      int x = i % view.width();
      int y = i / view.width();
      vectors[2 * i] = (float) (thereX + (x - hereX) / scale - x);
      vectors[2 * i + 1] = (float) (thereY + (y - hereY) / scale - y);
    }
    return new Flow(view.width(), view.height(), vectors);
  }

  private static double area(SoftMask mask) {
    double sum = 0;
    for (byte value : mask.values()) {
      sum += (value & 0xff) / 255.0;
    }
    return sum;
  }
}
