package io.keyreel.geometry;

import io.keyreel.kernel.UserError;
import java.util.Arrays;
import java.util.List;

/** Flat coordinate lists (x0, y0, x1, y1 …): checks and value semantics. */
final class Coordinates {
  private static final double LIMIT = 1e7;

  private Coordinates() {}

  static void require(double[] flat, String what) {
    if (flat.length % 2 != 0) {
      throw new UserError.Invalid(
          "A %s has %d numbers; coordinates come in pairs.".formatted(what, flat.length));
    }
    for (double value : flat) {
      require(value, what);
    }
  }

  static void require(double value, String what) {
    if (!(Math.abs(value) <= LIMIT)) {
      throw new UserError.Invalid(
          "A %s has the coordinate %s; give finite pixel coordinates.".formatted(what, value));
    }
  }

  static boolean equal(List<double[]> a, List<double[]> b) {
    if (a.size() != b.size()) {
      return false;
    }
    for (int i = 0; i < a.size(); i++) {
      if (!Arrays.equals(a.get(i), b.get(i))) {
        return false;
      }
    }
    return true;
  }

  static int hash(List<double[]> lists) {
    int hash = 1;
    for (double[] list : lists) {
      hash = 31 * hash + Arrays.hashCode(list);
    }
    return hash;
  }

  static String text(List<double[]> lists) {
    return lists.stream().map(Arrays::toString).toList().toString();
  }
}
