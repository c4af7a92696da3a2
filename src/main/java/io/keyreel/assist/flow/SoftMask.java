package io.keyreel.assist.flow;

import io.keyreel.geometry.PixelBox;
import io.keyreel.vision.Image;

/** A mask with soft edges inside its box of the working picture; 0 outside. */
@SuppressWarnings("ArrayRecordComponent")
record SoftMask(PixelBox box, byte[] values) {
  static final SoftMask NONE = new SoftMask(PixelBox.EMPTY, new byte[0]);

  static SoftMask of(Image image) {
    return cut(image.data(), image.width(), image.height());
  }

  private static SoftMask cut(byte[] all, int width, int height) {
    int left = width;
    int right = -1;
    int top = height;
    int bottom = -1;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        if (all[y * width + x] != 0) {
          left = Math.min(left, x);
          right = Math.max(right, x);
          top = Math.min(top, y);
          bottom = y;
        }
      }
    }
    if (right < 0) {
      return NONE;
    }
    PixelBox box = new PixelBox(left, top, right - left + 1, bottom - top + 1);
    byte[] values = new byte[box.width() * box.height()];
    for (int y = 0; y < box.height(); y++) {
      System.arraycopy(all, (top + y) * width + left, values, y * box.width(), box.width());
    }
    return new SoftMask(box, values);
  }

  /** 0 to 1 at a pixel of the working picture. */
  float at(int x, int y) {
    int column = x - box.x();
    int row = y - box.y();
    return column < 0 || row < 0 || column >= box.width() || row >= box.height()
        ? 0
        : (values[row * box.width() + column] & 0xff) / 255f;
  }

  /** Two masks mixed by the trust in each, per pixel of the working picture. */
  static SoftMask mix(SoftMask a, Evidence forA, SoftMask b, Evidence forB, int width) {
    PixelBox box = a.box.union(b.box);
    byte[] values = new byte[box.width() * box.height()];
    for (int i = 0; i < values.length; i++) {
      int x = box.x() + i % box.width();
      int y = box.y() + i / box.width();
      float p = forA.trust(y * width + x) + 1e-9f;
      float q = forB.trust(y * width + x) + 1e-9f;
      values[i] = (byte) Math.round(255 * (p * a.at(x, y) + q * b.at(x, y)) / (p + q));
    }
    return new SoftMask(box, values);
  }

  /** This mask as seen from the frame that a link starts in. */
  SoftMask fetch(Link link) {
    int width = link.width();
    int height = link.height();
    float[] vectors = link.vectors();
    byte[] all = new byte[width * height];
    if (box.isEmpty()) {
      return this;
    }
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int i = y * width + x;
        float sx = x + vectors[2 * i] - box.x();
        float sy = y + vectors[2 * i + 1] - box.y();
        if (sx > -1 && sy > -1 && sx < box.width() && sy < box.height()) {
          all[i] = (byte) Math.round(255 * between(sx, sy));
        }
      }
    }
    return cut(all, width, height);
  }

  private float between(float sx, float sy) {
    int x0 = (int) Math.floor(sx);
    int y0 = (int) Math.floor(sy);
    float fx = sx - x0;
    float fy = sy - y0;
    int x = x0 + box.x();
    int y = y0 + box.y();
    float top = at(x, y) * (1 - fx) + at(x + 1, y) * fx;
    float low = at(x, y + 1) * (1 - fx) + at(x + 1, y + 1) * fx;
    return top * (1 - fy) + low * fy;
  }
}
