package io.keyreel.geometry;

/** How well a mask meets the truth. */
public final class Metrics {
  private Metrics() {}

  /** J: intersection over union; two empty masks agree fully. */
  public static double iou(Mask a, Mask b) {
    int union = a.union(b);
    return union == 0 ? 1 : (double) a.intersection(b) / union;
  }

  /** F as DAVIS has it: boundaries meet within 0.8 % of the frame's diagonal. */
  public static double boundaryF(Mask mask, Mask truth) {
    int radius = (int) Math.ceil(0.008 * Math.hypot(mask.width(), mask.height()));
    return boundaryF(mask, truth, radius);
  }

  public static double boundaryF(Mask mask, Mask truth, int radius) {
    Mask ours = boundary(mask);
    Mask theirs = boundary(truth);
    int n = ours.area();
    int m = theirs.area();
    if (n == 0 || m == 0) {
      return n == m ? 1 : 0;
    }
    double precision = (double) near(ours, theirs, radius) / n;
    double recall = (double) near(theirs, ours, radius) / m;
    return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
  }

  /**
   * Change between two neighbouring frames that the truth does not have, as a share of the truth's
   * pixels in either frame; 0 when the truth is empty in both.
   */
  public static double flicker(Mask before, Mask after, Mask truthBefore, Mask truthAfter) {
    int union = truthBefore.union(truthAfter);
    if (union == 0) {
      return 0;
    }
    Mask change = before.xor(after).andNot(truthBefore.xor(truthAfter));
    return (double) change.area() / union;
  }

  /** Pixels that differ from their right, lower or lower right neighbour. */
  static Mask boundary(Mask mask) {
    int w = mask.width();
    int h = mask.height();
    return Mask.of(
        w,
        h,
        (x, y) -> {
          boolean here = mask.get(x, y);
          boolean right = x + 1 < w;
          boolean down = y + 1 < h;
          return (right && here != mask.get(x + 1, y))
              || (down && here != mask.get(x, y + 1))
              || (right && down && here != mask.get(x + 1, y + 1));
        });
  }

  private static int near(Mask points, Mask target, int radius) {
    PixelBox box = points.bounds().union(target.bounds()).grow(0, points.width(), points.height());
    Mask window = target.crop(box.x(), box.y(), box.width(), box.height());
    int[] distance = DistanceField.squared(window);
    int limit = radius * radius;
    int[] count = {0};
    points.forEachRowRun((y, from, to) -> {
      for (int x = from; x < to; x++) {
        if (distance[(y - box.y()) * box.width() + x - box.x()] <= limit) {
          count[0]++;
        }
      }
    });
    return count[0];
  }
}
