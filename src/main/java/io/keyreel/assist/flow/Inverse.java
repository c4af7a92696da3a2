package io.keyreel.assist.flow;

import io.keyreel.vision.Flow;
import java.util.Arrays;

/** A rough way back along a flow: enough to start a search from. */
final class Inverse {
  private Inverse() {}

  static Flow of(Flow flow) {
    int width = flow.width();
    int height = flow.height();
    float[] vectors = flow.vectors();
    float[] back = new float[vectors.length];
    Arrays.fill(back, Float.NaN);
    for (int i = 0; i < width * height; i++) {
      int x = Math.round(i % width + vectors[2 * i]);
      int y = Math.round(i / width + vectors[2 * i + 1]);
      if (x >= 0 && y >= 0 && x < width && y < height) {
        int to = 2 * (y * width + x);
        back[to] = -vectors[2 * i];
        back[to + 1] = -vectors[2 * i + 1];
      }
    }
    fillGaps(back, width, height);
    return new Flow(width, height, back);
  }

  private static void fillGaps(float[] vectors, int width, int height) {
    for (int y = 0; y < height; y++) {
      float lastX = 0;
      float lastY = 0;
      for (int i = 2 * y * width; i < 2 * (y + 1) * width; i += 2) {
        if (Float.isNaN(vectors[i])) {
          vectors[i] = lastX;
          vectors[i + 1] = lastY;
        } else {
          lastX = vectors[i];
          lastY = vectors[i + 1];
        }
      }
    }
  }
}
