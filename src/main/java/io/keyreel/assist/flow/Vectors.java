package io.keyreel.assist.flow;

import io.keyreel.vision.Flow;

/** A flow kept small: steps of 1/64 pixel, up to 512 pixels. */
final class Vectors {
  private static final float STEPS = 64;

  private final short[] values;
  private final int width;
  private final int height;

  Vectors(Flow flow) {
    width = flow.width();
    height = flow.height();
    float[] from = flow.vectors();
    values = new short[from.length];
    for (int i = 0; i < from.length; i++) {
      values[i] = (short) Math.clamp(Math.round(from[i] * STEPS), -32768, 32767);
    }
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  float dx(int pixel) {
    return values[2 * pixel] / STEPS;
  }

  float dy(int pixel) {
    return values[2 * pixel + 1] / STEPS;
  }
}
