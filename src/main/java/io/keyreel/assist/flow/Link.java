package io.keyreel.assist.flow;

import io.keyreel.vision.Flow;

/**
 * Where each pixel of a frame lies in a keyframe's picture, composed step by step, and how far the
 * way there and back missed (summed over the steps, in pixels).
 *
 * @param vectors dx, dy interleaved
 */
@SuppressWarnings("ArrayRecordComponent")
record Link(int width, int height, float[] vectors, float[] miss) {
  private static final float WORST_STEP = 20;

  /** The keyframe's link to itself. */
  static Link identity(int width, int height) {
    return new Link(width, height, new float[2 * width * height], new float[width * height]);
  }

  /** A straight way, checked by the way back. */
  static Link of(Flow there, Flow back) {
    return identity(there.width(), there.height()).extend(new Vectors(there), new Vectors(back));
  }

  Flow flow() {
    return new Flow(width, height, vectors);
  }

  /**
   * One frame further from the keyframe.
   *
   * @param toward flow from the new frame to this link's frame
   * @param away flow from this link's frame to the new one
   */
  Link extend(Vectors toward, Vectors away) {
    float[] nextVectors = new float[vectors.length];
    float[] nextMiss = new float[miss.length];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int i = y * width + x;
        float dx = toward.dx(i);
        float dy = toward.dy(i);
        float sx = Math.clamp(x + dx, 0, width - 1);
        float sy = Math.clamp(y + dy, 0, height - 1);
        int x0 = Math.min((int) sx, width - 2);
        int y0 = Math.min((int) sy, height - 2);
        float fx = sx - x0;
        float fy = sy - y0;
        float w00 = (1 - fx) * (1 - fy);
        float w01 = fx * (1 - fy);
        float w10 = (1 - fx) * fy;
        float w11 = fx * fy;
        int p = y0 * width + x0;
        int q = p + width;
        float backX =
            w00 * away.dx(p) + w01 * away.dx(p + 1) + w10 * away.dx(q) + w11 * away.dx(q + 1);
        float backY =
            w00 * away.dy(p) + w01 * away.dy(p + 1) + w10 * away.dy(q) + w11 * away.dy(q + 1);
        float gapX = dx + backX;
        float gapY = dy + backY;
        float gap = Math.min(WORST_STEP, (float) Math.sqrt(gapX * gapX + gapY * gapY));
        nextMiss[i] = w00 * miss[p] + w01 * miss[p + 1] + w10 * miss[q] + w11 * miss[q + 1] + gap;
        int p2 = 2 * p;
        int q2 = 2 * q;
        nextVectors[2 * i] =
            dx
                + w00 * vectors[p2]
                + w01 * vectors[p2 + 2]
                + w10 * vectors[q2]
                + w11 * vectors[q2 + 2];
        nextVectors[2 * i + 1] =
            dy
                + w00 * vectors[p2 + 1]
                + w01 * vectors[p2 + 3]
                + w10 * vectors[q2 + 1]
                + w11 * vectors[q2 + 3];
      }
    }
    return new Link(width, height, nextVectors, nextMiss);
  }
}
