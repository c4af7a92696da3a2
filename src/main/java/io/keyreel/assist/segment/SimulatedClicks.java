package io.keyreel.assist.segment;

import io.keyreel.assist.Prompt;
import io.keyreel.geometry.DistanceField;
import io.keyreel.geometry.Mask;

/** Somebody who clicks in the middle of what is most wrong. */
final class SimulatedClicks {
  private SimulatedClicks() {}

  static Prompt.Point next(Mask answer, Mask truth) {
    int[] missing = middle(truth.andNot(answer));
    int[] surplus = middle(answer.andNot(truth));
    boolean in = missing[1] >= surplus[1];
    int at = in ? missing[0] : surplus[0];
    return new Prompt.Point(at % truth.width() + 0.5, at / truth.width() + 0.5, in);
  }

  /** The pixel farthest from the edge of a mask, and its squared distance. */
  private static int[] middle(Mask mask) {
    int width = mask.width();
    Mask around =
        Mask.full(width + 2, mask.height() + 2)
            .andNot(mask.place(width + 2, mask.height() + 2, 1, 1));
    int[] far = DistanceField.squared(around);
    int[] best = {0, 0};
    mask.forEachRowRun((y, from, to) -> {
      for (int x = from; x < to; x++) {
        int here = far[(y + 1) * (width + 2) + x + 1];
        if (here > best[1]) {
          best[0] = y * width + x;
          best[1] = here;
        }
      }
    });
    return best;
  }
}
