package io.keyreel.assist.flow;

import io.keyreel.vision.Image;

/** How often each colour is the object's, going by keyframes. */
final class ColourModel {
  private static final int CELLS = 24;
  private static final float SPREAD = 0.02f;

  private final float[] inside = new float[CELLS * CELLS * CELLS];
  private final float[] outside = new float[CELLS * CELLS * CELLS];
  private byte[] likelihoods = new byte[0];

  /** Counts a keyframe's pixels. */
  void add(Image lab, SoftMask mask) {
    byte[] data = lab.data();
    for (int y = 0; y < lab.height(); y++) {
      for (int x = 0; x < lab.width(); x++) {
        int i = 3 * (y * lab.width() + x);
        int cell = cell(data[i], data[i + 1], data[i + 2]);
        float share = mask.at(x, y);
        inside[cell] += share;
        outside[cell] += 1 - share;
      }
    }
  }

  /** To be called once, after the last keyframe. */
  ColourModel ready() {
    float[] in = smooth(inside);
    float[] out = smooth(outside);
    float inSum = sum(in) + 1e-6f;
    float outSum = sum(out) + 1e-6f;
    likelihoods = new byte[in.length];
    float floor = SPREAD / in.length;
    for (int i = 0; i < in.length; i++) {
      float a = in[i] / inSum + floor;
      float b = out[i] / outSum + floor;
      likelihoods[i] = (byte) Math.round(255 * a / (a + b));
    }
    return this;
  }

  /** 0 where the colour is never the object's, 255 where it always is. */
  byte likelihood(byte l, byte a, byte b) {
    return likelihoods[cell(l, a, b)];
  }

  private static int cell(byte l, byte a, byte b) {
    return (level(l & 0xff, 0, 256) * CELLS + level(a & 0xff, 80, 96)) * CELLS
        + level(b & 0xff, 80, 96);
  }

  private static int level(int value, int from, int span) {
    return Math.clamp((long) (value - from) * CELLS / span, 0, CELLS - 1);
  }

  private static float sum(float[] values) {
    float sum = 0;
    for (float value : values) {
      sum += value;
    }
    return sum;
  }

  private static float[] smooth(float[] values) {
    float[] a = values;
    for (int stride = 1; stride < values.length; stride *= CELLS) {
      float[] next = new float[a.length];
      for (int i = 0; i < a.length; i++) {
        int at = i / stride % CELLS;
        float low = at > 0 ? a[i - stride] : 0;
        float high = at < CELLS - 1 ? a[i + stride] : 0;
        next[i] = (low + 2 * a[i] + high) / 4;
      }
      a = next;
    }
    return a;
  }
}
