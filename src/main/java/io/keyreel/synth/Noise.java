package io.keyreel.synth;

import java.util.Random;

/** Tileable noise with the statistics of natural textures: power falls with frequency. */
final class Noise {
  static final int SIZE = 256;

  private final float[] smooth = new float[SIZE * SIZE];
  private final float[] rough = new float[SIZE * SIZE];

  Noise(long seed) {
    Random random = new Random(seed);
    for (int cells = 4; cells <= SIZE; cells *= 2) {
      addOctave(random, smooth, cells, 1.0f / cells);
      addOctave(random, rough, cells, (float) (1.0 / Math.sqrt(cells)));
    }
    normalize(smooth);
    normalize(rough);
  }

  private static void addOctave(Random random, float[] into, int cells, float amplitude) {
    float[] grid = new float[cells * cells];
    for (int i = 0; i < grid.length; i++) {
      grid[i] = (float) random.nextGaussian();
    }
    for (int y = 0; y < SIZE; y++) {
      for (int x = 0; x < SIZE; x++) {
        into[y * SIZE + x] +=
            amplitude * read(grid, cells, (float) x * cells / SIZE, (float) y * cells / SIZE);
      }
    }
  }

  private static void normalize(float[] values) {
    double sum = 0;
    double squares = 0;
    for (float v : values) {
      sum += v;
      squares += v * v;
    }
    double mean = sum / values.length;
    double deviation = Math.sqrt(squares / values.length - mean * mean);
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) Math.clamp(0.5 + (values[i] - mean) / deviation / 4, 0, 1);
    }
  }

  /** Clouds and fur: 0 to 1, once around every 1.0 of u and v. */
  float smooth(double u, double v) {
    return read(smooth, SIZE, (float) (u * SIZE), (float) (v * SIZE));
  }

  /** Grass and gravel. */
  float rough(double u, double v) {
    return read(rough, SIZE, (float) (u * SIZE), (float) (v * SIZE));
  }

  private static float read(float[] grid, int size, float x, float y) {
    int x0 = (int) Math.floor(x);
    int y0 = (int) Math.floor(y);
    float fx = x - x0;
    float fy = y - y0;
    fx = fx * fx * (3 - 2 * fx);
    fy = fy * fy * (3 - 2 * fy);
    int mask = size - 1;
    int left = x0 & mask;
    int right = (x0 + 1) & mask;
    int top = (y0 & mask) * size;
    int low = ((y0 + 1) & mask) * size;
    float upper = grid[top + left] * (1 - fx) + grid[top + right] * fx;
    float lower = grid[low + left] * (1 - fx) + grid[low + right] * fx;
    return upper * (1 - fy) + lower * fy;
  }
}
