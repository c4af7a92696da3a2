package io.keyreel.assist.segment;

import io.keyreel.vision.Image;

/** How sharply a picture changes at each pixel, 0 to 255. */
final class EdgeMap {
  private EdgeMap() {}

  /**
   * @param lab L*a*b*, already smooth
   */
  static int[] of(Image lab) {
    int w = lab.width();
    int h = lab.height();
    byte[] p = lab.data();
    int[] edges = new int[w * h];
    for (int y = 0; y < h; y++) {
      int up = Math.max(0, y - 1) * w;
      int down = Math.min(h - 1, y + 1) * w;
      for (int x = 0; x < w; x++) {
        int left = Math.max(0, x - 1);
        int right = Math.min(w - 1, x + 1);
        float sum = 0;
        for (int c = 0; c < 3; c++) {
          int dx = v(p, y * w + right, c) - v(p, y * w + left, c);
          int dy = v(p, down + x, c) - v(p, up + x, c);
          // Two of the three channels are colour, which changes less and tells more.
          sum += (c == 0 ? 1f : 3f) * (dx * dx + dy * dy);
        }
        edges[y * w + x] = (int) Math.min(255, 2 * Math.sqrt(sum));
      }
    }
    return edges;
  }

  private static int v(byte[] data, int pixel, int channel) {
    return data[3 * pixel + channel] & 0xff;
  }

  /** Mean over 3 by 3 pixels, {@code times} times. */
  static Image smooth(Image image, int times) {
    Image soft = image;
    for (int i = 0; i < times; i++) {
      soft = smooth(soft);
    }
    return soft;
  }

  private static Image smooth(Image image) {
    int w = image.width();
    int h = image.height();
    byte[] in = image.data();
    byte[] out = new byte[in.length];
    int[] columns = new int[3 * w];
    for (int y = 0; y < h; y++) {
      int up = 3 * Math.max(0, y - 1) * w;
      int here = 3 * y * w;
      int down = 3 * Math.min(h - 1, y + 1) * w;
      for (int i = 0; i < 3 * w; i++) {
        columns[i] = (in[up + i] & 0xff) + 2 * (in[here + i] & 0xff) + (in[down + i] & 0xff);
      }
      for (int i = 0; i < 3 * w; i++) {
        int left = columns[i < 3 ? i : i - 3];
        int right = columns[i >= 3 * w - 3 ? i : i + 3];
        out[here + i] = (byte) ((left + 2 * columns[i] + right + 8) >> 4);
      }
    }
    return new Image(w, h, 3, out);
  }
}
