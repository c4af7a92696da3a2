package io.keyreel.assist.segment;

import java.util.Arrays;

/** Cuts a picture into about even regions along its edges: a watershed from a grid of seeds. */
final class Waterpixels {
  private static final int LEVELS = 512;

  private final int width;
  private final int height;
  private final int[] edges;
  private final int[] labels;
  private final int[] seedX;
  private final int[] seedY;
  private final int step;
  private int count;

  private final int[][] buckets = new int[LEVELS][64];
  private final int[] filled = new int[LEVELS];

  Waterpixels(int width, int height, int[] edges, int step) {
    this.width = width;
    this.height = height;
    this.edges = edges;
    this.step = step;
    this.labels = new int[width * height];
    int most = (width / step + 1) * (height / step + 1);
    this.seedX = new int[most];
    this.seedY = new int[most];
  }

  /** The number of its region for each pixel. */
  int[] labels() {
    Arrays.fill(labels, -1);
    sow();
    flood();
    return labels;
  }

  int count() {
    return count;
  }

  private void sow() {
    int columns = Math.max(1, width / step);
    int rows = Math.max(1, height / step);
    for (int r = 0; r < rows; r++) {
      for (int c = 0; c < columns; c++) {
        int x0 = c * width / columns;
        int x1 = (c + 1) * width / columns;
        int y0 = r * height / rows;
        int y1 = (r + 1) * height / rows;
        plant(
            calmest(
                x0 + (x1 - x0) / 5, x1 - (x1 - x0) / 5, y0 + (y1 - y0) / 5, y1 - (y1 - y0) / 5));
      }
    }
  }

  private int calmest(int x0, int x1, int y0, int y1) {
    int best = y0 * width + x0;
    for (int y = y0; y < y1; y++) {
      for (int x = x0; x < x1; x++) {
        if (edges[y * width + x] < edges[best]) {
          best = y * width + x;
        }
      }
    }
    return best;
  }

  private void plant(int pixel) {
    seedX[count] = pixel % width;
    seedY[count] = pixel / width;
    labels[pixel] = count;
    put(0, pixel);
    count++;
  }

  private void put(int level, int pixel) {
    if (filled[level] == buckets[level].length) {
      buckets[level] = Arrays.copyOf(buckets[level], 2 * filled[level]);
    }
    buckets[level][filled[level]++] = pixel;
  }

  private void flood() {
    for (int level = 0; level < LEVELS; level++) {
      for (int i = 0; i < filled[level]; i++) {
        int pixel = buckets[level][i];
        int x = pixel % width;
        int label = labels[pixel];
        if (x > 0) {
          reach(pixel - 1, label, level);
        }
        if (x < width - 1) {
          reach(pixel + 1, label, level);
        }
        if (pixel >= width) {
          reach(pixel - width, label, level);
        }
        if (pixel < labels.length - width) {
          reach(pixel + width, label, level);
        }
      }
    }
  }

  private void reach(int pixel, int label, int level) {
    if (labels[pixel] >= 0) {
      return;
    }
    labels[pixel] = label;
    int far = Math.abs(pixel % width - seedX[label]) + Math.abs(pixel / width - seedY[label]);
    put(Math.min(LEVELS - 1, Math.max(level, edges[pixel] + 10 * far / step)), pixel);
  }
}
