package io.keyreel.assist.flow;

import io.keyreel.geometry.PixelBox;

/**
 * A map inside a box of the working picture: above 0 on the object, below 0 elsewhere and
 * everywhere outside the box.
 */
@SuppressWarnings("ArrayRecordComponent")
record SignedMap(PixelBox box, float[] values) {
  private static final float OUTSIDE = -1;

  float at(int x, int y) {
    int column = x - box.x();
    int row = y - box.y();
    return column < 0 || row < 0 || column >= box.width() || row >= box.height()
        ? OUTSIDE
        : values[row * box.width() + column];
  }

  float at(float x, float y) {
    int x0 = (int) Math.floor(x);
    int y0 = (int) Math.floor(y);
    float fx = x - x0;
    float fy = y - y0;
    if (fx == 0 && fy == 0) {
      return at(x0, y0);
    }
    float top = at(x0, y0) * (1 - fx) + at(x0 + 1, y0) * fx;
    float low = at(x0, y0 + 1) * (1 - fx) + at(x0 + 1, y0 + 1) * fx;
    return top * (1 - fy) + low * fy;
  }
}
