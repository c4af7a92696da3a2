package io.keyreel.assist.flow;

/** Means over squares, by running sums; at the edge over what lies inside. */
final class BoxBlur {
  private BoxBlur() {}

  static float[] mean(float[] values, int width, int height, int radius) {
    float[] rows = new float[values.length];
    for (int y = 0; y < height; y++) {
      int row = y * width;
      float sum = 0;
      int count = 0;
      for (int x = -radius; x < width; x++) {
        if (x + radius < width) {
          sum += values[row + x + radius];
          count++;
        }
        if (x - radius - 1 >= 0) {
          sum -= values[row + x - radius - 1];
          count--;
        }
        if (x >= 0) {
          rows[row + x] = sum / count;
        }
      }
    }
    float[] result = new float[values.length];
    float[] sums = new float[width];
    int count = 0;
    for (int y = -radius; y < height; y++) {
      if (y + radius < height) {
        add(sums, rows, (y + radius) * width, 1);
        count++;
      }
      if (y - radius - 1 >= 0) {
        add(sums, rows, (y - radius - 1) * width, -1);
        count--;
      }
      if (y >= 0) {
        for (int x = 0; x < width; x++) {
          result[y * width + x] = sums[x] / count;
        }
      }
    }
    return result;
  }

  private static void add(float[] sums, float[] values, int at, float sign) {
    for (int x = 0; x < sums.length; x++) {
      sums[x] += sign * values[at + x];
    }
  }
}
