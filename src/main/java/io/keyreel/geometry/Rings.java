package io.keyreel.geometry;

/** Closed rings, flat: the same number of points, and the same start, for two of them. */
final class Rings {
  private Rings() {}

  /** Points at even steps along the ring, from its first point. */
  static double[] resample(double[] ring, int points) {
    int n = ring.length / 2;
    double[] along = new double[n + 1];
    for (int i = 0; i < n; i++) {
      int next = (i + 1) % n;
      along[i + 1] =
          along[i] + Math.hypot(ring[2 * next] - ring[2 * i], ring[2 * next + 1] - ring[2 * i + 1]);
    }
    double[] result = new double[2 * points];
    int edge = 0;
    for (int k = 0; k < points; k++) {
      double at = along[n] * k / points;
      while (edge < n - 1 && along[edge + 1] <= at) {
        edge++;
      }
      double length = along[edge + 1] - along[edge];
      double f = length == 0 ? 0 : (at - along[edge]) / length;
      int next = (edge + 1) % n;
      result[2 * k] = ring[2 * edge] + f * (ring[2 * next] - ring[2 * edge]);
      result[2 * k + 1] = ring[2 * edge + 1] + f * (ring[2 * next + 1] - ring[2 * edge + 1]);
    }
    return result;
  }

  /** The ring turned (and reversed if need be) to lie nearest to {@code model}, point by point. */
  static double[] align(double[] ring, double[] model) {
    double[] best = ring;
    double least = Double.POSITIVE_INFINITY;
    int n = ring.length / 2;
    for (int direction = 1; direction >= -1; direction -= 2) {
      for (int start = 0; start < n; start++) {
        double[] turned = turn(ring, start, direction);
        double cost = 0;
        for (int i = 0; i < turned.length; i++) {
          double d = turned[i] - model[i];
          cost += d * d;
        }
        if (cost < least) {
          least = cost;
          best = turned;
        }
      }
    }
    return best;
  }

  private static double[] turn(double[] ring, int start, int direction) {
    int n = ring.length / 2;
    double[] result = new double[ring.length];
    for (int i = 0; i < n; i++) {
      int from = Math.floorMod(start + direction * i, n);
      result[2 * i] = ring[2 * from];
      result[2 * i + 1] = ring[2 * from + 1];
    }
    return result;
  }
}
