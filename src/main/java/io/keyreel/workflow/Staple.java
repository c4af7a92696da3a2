package io.keyreel.workflow;

import io.keyreel.geometry.Mask;
import io.keyreel.geometry.PixelBox;
import java.util.Arrays;
import java.util.List;

/** One mask out of several people's of the same object. */
final class Staple {
  private static final int ROUNDS = 30;
  private static final int MARGIN = 4;

  private Staple() {}

  /** The pixels that more than half of all have. */
  static Mask majority(List<Mask> masks) {
    int width = masks.getFirst().width();
    int height = masks.getFirst().height();
    return Mask.of(
        width,
        height,
        (x, y) -> masks.stream().filter(m -> m.get(x, y)).count() * 2 > masks.size());
  }

  /**
   * Simultaneous truth and performance level estimation (Warfield, Zou, Wells 2004): weighs each
   * person by how well they meet what all together make likely.
   */
  static Mask merge(List<Mask> masks) {
    int width = masks.getFirst().width();
    int height = masks.getFirst().height();
    PixelBox box = masks.getFirst().bounds();
    for (Mask mask : masks) {
      box = box.union(mask.bounds());
    }
    if (box.isEmpty()) {
      return Mask.empty(width, height);
    }
    PixelBox window = box.grow(MARGIN, width, height);
    List<Mask> cut =
        masks.stream()
            .map(m -> m.crop(window.x(), window.y(), window.width(), window.height()))
            .toList();
    double[] likely = estimate(cut, window.width() * window.height());
    Mask merged =
        Mask.of(window.width(), window.height(), (x, y) -> likely[y * window.width() + x] >= 0.5);
    return merged.place(width, height, window.x(), window.y());
  }

  private static double[] estimate(List<Mask> masks, int pixels) {
    int people = masks.size();
    double prior = masks.stream().mapToDouble(Mask::area).average().orElse(0) / pixels;
    double[] hit = new double[people];
    double[] pass = new double[people];
    Arrays.fill(hit, 0.95);
    Arrays.fill(pass, 0.95);
    double[] likely = new double[pixels];
    for (int round = 0; round < ROUNDS; round++) {
      for (int i = 0; i < pixels; i++) {
        double a = prior;
        double b = 1 - prior;
        for (int person = 0; person < people; person++) {
          boolean said = masks.get(person).get(i);
          a *= said ? hit[person] : 1 - hit[person];
          b *= said ? 1 - pass[person] : pass[person];
        }
        likely[i] = a + b == 0 ? 0 : a / (a + b);
      }
      double in = Arrays.stream(likely).sum();
      for (int person = 0; person < people; person++) {
        double found = 0;
        double spared = 0;
        for (int i = 0; i < pixels; i++) {
          boolean said = masks.get(person).get(i);
          found += said ? likely[i] : 0;
          spared += said ? 0 : 1 - likely[i];
        }
        hit[person] = Math.clamp(in == 0 ? 0.5 : found / in, 0.01, 0.999);
        pass[person] = Math.clamp(pixels == in ? 0.5 : spared / (pixels - in), 0.01, 0.999);
      }
    }
    return likely;
  }
}
