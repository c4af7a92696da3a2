package io.keyreel.geometry;

import java.util.Arrays;
import java.util.List;

/**
 * Fills rings by the even-odd rule at pixel centres. The browser does the same arithmetic in the
 * same order, so that what a person sees is what is stored, to the pixel.
 */
final class PolygonRaster {
  private PolygonRaster() {}

  static void fill(List<double[]> rings, MaskBuilder into, int width, int height) {
    double top = Double.POSITIVE_INFINITY;
    double bottom = Double.NEGATIVE_INFINITY;
    int edges = 0;
    for (double[] ring : rings) {
      edges += ring.length / 2;
      for (int i = 1; i < ring.length; i += 2) {
        top = Math.min(top, ring[i]);
        bottom = Math.max(bottom, ring[i]);
      }
    }
    double[] crossings = new double[edges];
    int first = (int) Math.max(0, Math.floor(top) - 1);
    int last = (int) Math.min(height - 1.0, Math.ceil(bottom) + 1);
    for (int y = first; y <= last; y++) {
      int count = crossings(rings, y + 0.5, crossings);
      Arrays.sort(crossings, 0, count);
      for (int i = 0; i + 1 < count; i += 2) {
        into.row(y, firstPixel(crossings[i], width), firstPixel(crossings[i + 1], width));
      }
    }
  }

  private static int crossings(List<double[]> rings, double cy, double[] crossings) {
    int count = 0;
    for (double[] ring : rings) {
      int n = ring.length;
      for (int i = 0; i < n; i += 2) {
        int next = i + 2 == n ? 0 : i + 2;
        double x0 = ring[i];
        double y0 = ring[i + 1];
        double x1 = ring[next];
        double y1 = ring[next + 1];
        if ((y0 <= cy) != (y1 <= cy)) {
          crossings[count++] = x0 + (cy - y0) / (y1 - y0) * (x1 - x0);
        }
      }
    }
    return count;
  }

  /** The first pixel whose centre lies at or right of {@code x}. */
  private static int firstPixel(double x, int width) {
    int i = (int) Math.max(0, Math.min(width, Math.floor(x) - 1));
    while (i < width && !(x <= i + 0.5)) {
      i++;
    }
    return i;
  }
}
