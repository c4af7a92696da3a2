package io.keyreel.geometry;

/** A mask between two masks: signed distances blended about the moving centroid. */
public final class MaskInterpolation {
  private MaskInterpolation() {}

  /**
   * @param t 0 gives {@code a}, 1 gives {@code b}
   */
  public static Mask between(Mask a, Mask b, double t) {
    if (t <= 0 || t >= 1 || a.isEmpty() || b.isEmpty()) {
      return t < 0.5 ? a : b;
    }
    PixelBox box = a.bounds().union(b.bounds()).grow(2, a.width(), a.height());
    Mask windowA = a.crop(box.x(), box.y(), box.width(), box.height());
    Mask windowB = b.crop(box.x(), box.y(), box.width(), box.height());
    double[] centerA = centroid(windowA);
    double[] centerB = centroid(windowB);
    Sampler fieldA = new Sampler(DistanceField.signed(windowA), box.width(), box.height());
    Sampler fieldB = new Sampler(DistanceField.signed(windowB), box.width(), box.height());
    double dx = centerB[0] - centerA[0];
    double dy = centerB[1] - centerA[1];
    return Mask.of(
            box.width(),
            box.height(),
            (x, y) ->
                (1 - t) * fieldA.at(x - t * dx, y - t * dy)
                        + t * fieldB.at(x + (1 - t) * dx, y + (1 - t) * dy)
                    > 0)
        .place(a.width(), a.height(), box.x(), box.y());
  }

  private static double[] centroid(Mask mask) {
    double[] sums = {0, 0};
    mask.forEachRowRun((y, from, to) -> {
      sums[0] += (double) (to - from) * (from + to - 1) / 2;
      sums[1] += (double) (to - from) * y;
    });
    int area = mask.area();
    return new double[] {sums[0] / area, sums[1] / area};
  }

  /** Reads a field between its pixels; outside it falls off with the distance to the edge. */
  private record Sampler(float[] field, int width, int height) {
    double at(double x, double y) {
      double cx = Math.clamp(x, 0, width - 1);
      double cy = Math.clamp(y, 0, height - 1);
      int x0 = (int) cx;
      int y0 = (int) cy;
      int x1 = Math.min(width - 1, x0 + 1);
      int y1 = Math.min(height - 1, y0 + 1);
      double fx = cx - x0;
      double fy = cy - y0;
      double top = field[y0 * width + x0] * (1 - fx) + field[y0 * width + x1] * fx;
      double low = field[y1 * width + x0] * (1 - fx) + field[y1 * width + x1] * fx;
      return top * (1 - fy) + low * fy - Math.hypot(x - cx, y - cy);
    }
  }
}
