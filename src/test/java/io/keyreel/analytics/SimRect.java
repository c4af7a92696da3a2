package io.keyreel.analytics;

import io.keyreel.geometry.Mask;
import io.keyreel.geometry.Masks;
import io.keyreel.geometry.Shape;
import io.keyreel.workflow.TestTasks;
import java.util.Random;
import java.util.UUID;

/** A rectangle of pixels inside the frame. */
record SimRect(int x, int y, int w, int h) {
  static SimRect any(Random chance) {
    int w = 1 + chance.nextInt(1 + chance.nextInt(40));
    int h = 1 + chance.nextInt(1 + chance.nextInt(30));
    return new SimRect(
        chance.nextInt(TestTasks.WIDTH - w - 3), chance.nextInt(TestTasks.HEIGHT - h), w, h);
  }

  SimRect moved(int by) {
    return new SimRect(x + by, y, w + (by == 2 ? 1 : 0), h);
  }

  Shape shape() {
    return Masks.toShape(
        Mask.of(
            TestTasks.WIDTH,
            TestTasks.HEIGHT,
            (i, j) -> i >= x && i < x + w && j >= y && j < y + h));
  }

  String row(UUID run, UUID track, int frame) {
    return "('%s', '%s', %d, %d, %d, %d, %d)".formatted(run, track, frame, x, y, w, h);
  }
}
