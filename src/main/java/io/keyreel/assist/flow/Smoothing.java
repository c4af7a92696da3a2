package io.keyreel.assist.flow;

import io.keyreel.geometry.PixelBox;
import org.jspecify.annotations.Nullable;

/** Evens out what neighbouring frames believe, along the flow between them. */
final class Smoothing {
  private static final float WEIGHT = 0.8f;
  private static final float MISS_SCALE = 2;
  private static final int ROOM = 4;

  private final Scene scene;
  private final int width;
  private final int height;

  Smoothing(Scene scene) {
    this.scene = scene;
    this.width = scene.view().width();
    this.height = scene.view().height();
  }

  /** The belief of a frame, mixed with those of the frames in front and behind where known. */
  Belief smooth(int frame, Belief belief, @Nullable Belief before, @Nullable Belief after) {
    PixelBox box = belief.box().grow(ROOM, width, height);
    float[] sums = new float[box.width() * box.height()];
    float[] weights = new float[sums.length];
    for (int i = 0; i < sums.length; i++) {
      sums[i] = belief.at(box.x() + i % box.width(), box.y() + i / box.width());
      weights[i] = 1;
    }
    if (before != null) {
      mix(before, scene.toPrevious(frame), scene.toNext(frame - 1), box, sums, weights);
    }
    if (after != null) {
      mix(after, scene.toNext(frame), scene.toPrevious(frame + 1), box, sums, weights);
    }
    for (int i = 0; i < sums.length; i++) {
      sums[i] /= weights[i];
    }
    return belief.with(box, sums);
  }

  private void mix(
      Belief neighbour, Vectors there, Vectors back, PixelBox box, float[] sums, float[] weights) {
    for (int i = 0; i < sums.length; i++) {
      int x = box.x() + i % box.width();
      int y = box.y() + i / box.width();
      int pixel = y * width + x;
      float dx = there.dx(pixel);
      float dy = there.dy(pixel);
      int tx = Math.clamp(Math.round(x + dx), 0, width - 1);
      int ty = Math.clamp(Math.round(y + dy), 0, height - 1);
      float gapX = dx + back.dx(ty * width + tx);
      float gapY = dy + back.dy(ty * width + tx);
      float weight = WEIGHT / (1 + (gapX * gapX + gapY * gapY) / (MISS_SCALE * MISS_SCALE));
      sums[i] += weight * neighbour.at(x + dx, y + dy);
      weights[i] += weight;
    }
  }
}
