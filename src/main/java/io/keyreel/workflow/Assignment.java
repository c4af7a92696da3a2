package io.keyreel.workflow;

import java.util.Arrays;

/** Pairs rows with columns so that the sum of what the pairs are worth is largest. */
final class Assignment {
  private Assignment() {}

  /**
   * For each row its column, or -1. Pairs that are worth nothing are not made. The Hungarian method
   * with potentials.
   */
  static int[] best(double[][] worth) {
    int rows = worth.length;
    int columns = rows == 0 ? 0 : worth[0].length;
    int n = Math.max(rows, columns);
    double[] u = new double[n + 1];
    double[] v = new double[n + 1];
    int[] rowOf = new int[n + 1];
    for (int row = 1; row <= n; row++) {
      augment(worth, row, u, v, rowOf);
    }
    int[] columnOf = new int[rows];
    Arrays.fill(columnOf, -1);
    for (int column = 1; column <= n; column++) {
      int row = rowOf[column] - 1;
      if (row >= 0 && row < rows && column <= columns && worth[row][column - 1] > 0) {
        columnOf[row] = column - 1;
      }
    }
    return columnOf;
  }

  private static void augment(double[][] worth, int row, double[] u, double[] v, int[] rowOf) {
    int n = rowOf.length - 1;
    double[] least = new double[n + 1];
    Arrays.fill(least, Double.POSITIVE_INFINITY);
    boolean[] used = new boolean[n + 1];
    int[] way = new int[n + 1];
    rowOf[0] = row;
    int at = 0;
    do {
      used[at] = true;
      int i = rowOf[at];
      double delta = Double.POSITIVE_INFINITY;
      int next = 0;
      for (int j = 1; j <= n; j++) {
        if (!used[j]) {
          double cost = -value(worth, i - 1, j - 1) - u[i] - v[j];
          if (cost < least[j]) {
            least[j] = cost;
            way[j] = at;
          }
          if (least[j] < delta) {
            delta = least[j];
            next = j;
          }
        }
      }
      for (int j = 0; j <= n; j++) {
        if (used[j]) {
          u[rowOf[j]] += delta;
          v[j] -= delta;
        } else {
          least[j] -= delta;
        }
      }
      at = next;
    } while (rowOf[at] != 0);
    do {
      rowOf[at] = rowOf[way[at]];
      at = way[at];
    } while (at != 0);
  }

  private static double value(double[][] worth, int row, int column) {
    return row < worth.length && column < worth[row].length ? worth[row][column] : 0;
  }
}
