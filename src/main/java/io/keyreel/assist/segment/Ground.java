package io.keyreel.assist.segment;

import java.util.Arrays;

/**
 * What most of the picture does: an affine motion that those who do something else have little say
 * in.
 *
 * @param spread how far the better half of the regions is off, in pixels of the flow
 */
@SuppressWarnings("ArrayRecordComponent")
record Ground(double[] forU, double[] forV, float spread, float scale) {
  private static final int ROUNDS = 8;

  static Ground fit(Regions regions, float[] u, float[] v) {
    int n = regions.count();
    float scale = Math.max(regions.width(), regions.height());
    double[] weight = new double[n];
    for (int i = 0; i < n; i++) {
      weight[i] = regions.area()[i];
    }
    Ground ground = new Ground(new double[3], new double[3], 1, scale);
    for (int round = 0; round < ROUNDS; round++) {
      ground =
          new Ground(solve(regions, u, weight, scale), solve(regions, v, weight, scale), 1, scale);
      float[] off = ground.off(regions, u, v);
      float[] sorted = off.clone();
      Arrays.sort(sorted);
      float middle = Math.max(0.05f, sorted[n / 2]);
      ground = new Ground(ground.forU, ground.forV, middle, scale);
      for (int i = 0; i < n; i++) {
        double far = off[i] / (2 * middle);
        weight[i] = regions.area()[i] / (1 + far * far) / (1 + far * far);
      }
    }
    return ground;
  }

  float u(float x, float y) {
    return (float) (forU[0] + forU[1] * (x / scale - 0.5) + forU[2] * (y / scale - 0.5));
  }

  float v(float x, float y) {
    return (float) (forV[0] + forV[1] * (x / scale - 0.5) + forV[2] * (y / scale - 0.5));
  }

  private float[] off(Regions regions, float[] u, float[] v) {
    float[] off = new float[regions.count()];
    for (int i = 0; i < off.length; i++) {
      float x = regions.x()[i];
      float y = regions.y()[i];
      off[i] = (float) Math.hypot(u[i] - u(x, y), v[i] - v(x, y));
    }
    return off;
  }

  /** Weighted least squares of {@code a + b x + c y} by Cramer's rule. */
  private static double[] solve(Regions regions, float[] values, double[] weight, float scale) {
    double[][] m = new double[3][4];
    for (int i = 0; i < values.length; i++) {
      double[] basis = {1, regions.x()[i] / scale - 0.5, regions.y()[i] / scale - 0.5, values[i]};
      for (int r = 0; r < 3; r++) {
        for (int c = 0; c < 4; c++) {
          m[r][c] += weight[i] * basis[r] * basis[c];
        }
      }
    }
    double whole = determinant(m, -1);
    double[] result = new double[3];
    for (int k = 0; k < 3 && Math.abs(whole) > 1e-9; k++) {
      result[k] = determinant(m, k) / whole;
    }
    return result;
  }

  private static double determinant(double[][] m, int replaced) {
    double[][] a = new double[3][3];
    for (int r = 0; r < 3; r++) {
      for (int c = 0; c < 3; c++) {
        a[r][c] = m[r][c == replaced ? 3 : c];
      }
    }
    return a[0][0] * (a[1][1] * a[2][2] - a[1][2] * a[2][1])
        - a[0][1] * (a[1][0] * a[2][2] - a[1][2] * a[2][0])
        + a[0][2] * (a[1][0] * a[2][1] - a[1][1] * a[2][0]);
  }
}
