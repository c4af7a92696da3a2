package io.keyreel.assist.segment;

/**
 * The colours of a picture in a few dozen, and which of them each region has.
 *
 * @param alike how much of each colour counts for each other one, by pairs
 */
@SuppressWarnings("ArrayRecordComponent")
record Palette(int[] of, int colours, float[] alike) {
  private static final int MOST = 64;
  private static final int ROUNDS = 5;
  private static final float BLUR = 6;

  static Palette of(Regions regions) {
    int k = Math.min(MOST, regions.count());
    float[] centres = new float[3 * k];
    for (int i = 0; i < k; i++) {
      int from = (int) ((long) i * regions.count() / k);
      System.arraycopy(regions.lab(), 3 * from, centres, 3 * i, 3);
    }
    int[] of = new int[regions.count()];
    for (int round = 0; round < ROUNDS; round++) {
      assign(regions, centres, of);
      move(regions, centres, of);
    }
    assign(regions, centres, of);
    return new Palette(of, k, alike(centres, k));
  }

  private static void assign(Regions regions, float[] centres, int[] of) {
    for (int i = 0; i < of.length; i++) {
      float least = Float.MAX_VALUE;
      for (int c = 0; c < centres.length / 3; c++) {
        float far = apart(regions.lab(), i, centres, c);
        if (far < least) {
          least = far;
          of[i] = c;
        }
      }
    }
  }

  private static void move(Regions regions, float[] centres, int[] of) {
    float[] sums = new float[centres.length];
    float[] weights = new float[centres.length / 3];
    for (int i = 0; i < of.length; i++) {
      weights[of[i]] += regions.area()[i];
      for (int c = 0; c < 3; c++) {
        sums[3 * of[i] + c] += regions.area()[i] * regions.lab()[3 * i + c];
      }
    }
    for (int k = 0; k < weights.length; k++) {
      for (int c = 0; c < 3 && weights[k] > 0; c++) {
        centres[3 * k + c] = sums[3 * k + c] / weights[k];
      }
    }
  }

  /** Colour counts twice as much as lightness. */
  static float apart(float[] a, int i, float[] b, int j) {
    float l = a[3 * i] - b[3 * j];
    float p = a[3 * i + 1] - b[3 * j + 1];
    float q = a[3 * i + 2] - b[3 * j + 2];
    return 0.5f * l * l + 2 * (p * p + q * q);
  }

  private static float[] alike(float[] centres, int k) {
    float[] alike = new float[k * k];
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < k; j++) {
        alike[i * k + j] = (float) Math.exp(-apart(centres, i, centres, j) / (2 * BLUR * BLUR));
      }
    }
    return alike;
  }

  /** How much of each colour the weighted regions have, blurred, summing to 1. */
  float[] share(float[] weight, int[] area) {
    float[] raw = new float[colours];
    float sum = 1e-6f;
    for (int i = 0; i < of.length; i++) {
      raw[of[i]] += weight[i] * area[i];
      sum += weight[i] * area[i];
    }
    float[] share = new float[colours];
    for (int i = 0; i < colours; i++) {
      for (int j = 0; j < colours; j++) {
        share[i] += alike[i * colours + j] * raw[j] / sum;
      }
    }
    return share;
  }
}
