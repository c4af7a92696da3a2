package io.keyreel.assist.flow;

import io.keyreel.vision.Image;
import io.keyreel.vision.Images;

/**
 * A picture as a grid of overlapping cells, each told by its colour and by the directions of its
 * edges. Steady against changes of light: edges count by their share.
 */
@SuppressWarnings("ArrayRecordComponent")
record Cells(int columns, int rows, float[] values) {
  /** Pixels between cells. */
  static final int STEP = 4;

  static final int DEPTH = 11;

  private static final int REACH = 4;
  private static final int DIRECTIONS = 8;
  private static final float EDGE_WEIGHT = 1.2f;
  private static final float FLAT = 12;

  static Cells of(Image bgr) {
    Image lab = Images.lab(bgr);
    int width = bgr.width();
    int height = bgr.height();
    float[][] planes = new float[DEPTH][width * height];
    byte[] data = lab.data();
    for (int i = 0; i < width * height; i++) {
      for (int c = 0; c < 3; c++) {
        planes[c][i] = data[3 * i + c] & 0xff;
      }
    }
    for (int y = 1; y < height - 1; y++) {
      for (int x = 1; x < width - 1; x++) {
        int i = y * width + x;
        float dx = planes[0][i + 1] - planes[0][i - 1];
        float dy = planes[0][i + width] - planes[0][i - width];
        float strength = (float) Math.sqrt(dx * dx + dy * dy);
        double turn = Math.atan2(dy, dx) / Math.PI;
        int bin = Math.floorMod((int) Math.floor(turn * DIRECTIONS), DIRECTIONS);
        planes[3 + bin][i] = strength;
      }
    }
    int columns = width / STEP;
    int rows = height / STEP;
    float[] values = new float[columns * rows * DEPTH];
    for (int c = 0; c < DEPTH; c++) {
      float[] mean = BoxBlur.mean(planes[c], width, height, REACH);
      for (int row = 0; row < rows; row++) {
        for (int column = 0; column < columns; column++) {
          int pixel = (row * STEP + STEP / 2) * width + column * STEP + STEP / 2;
          values[(row * columns + column) * DEPTH + c] = mean[pixel];
        }
      }
    }
    Cells cells = new Cells(columns, rows, values);
    cells.weigh();
    return cells;
  }

  private void weigh() {
    for (int at = 0; at < values.length; at += DEPTH) {
      float sum = FLAT;
      for (int c = 3; c < DEPTH; c++) {
        sum += values[at + c];
      }
      values[at] /= 60;
      values[at + 1] /= 12;
      values[at + 2] /= 12;
      for (int c = 3; c < DEPTH; c++) {
        values[at + c] *= EDGE_WEIGHT * DIRECTIONS / 2 / sum;
      }
    }
  }

  int at(int column, int row) {
    return (row * columns + column) * DEPTH;
  }
}
