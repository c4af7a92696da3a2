package io.keyreel.geometry;

import java.util.Random;

/** Masks for property tests: noise of any density, blobs, empty and full ones. */
final class RandomMasks {
  private RandomMasks() {}

  static Mask next(Random random, int width, int height) {
    return switch (random.nextInt(5)) {
      case 0 -> Mask.empty(width, height);
      case 1 -> Mask.full(width, height);
      case 2 -> noise(random, width, height);
      default -> blob(random, width, height);
    };
  }

  static Mask noise(Random random, int width, int height) {
    double density = random.nextDouble();
    return Mask.of(width, height, (x, y) -> random.nextDouble() < density);
  }

  static Mask blob(Random random, int width, int height) {
    double cx = random.nextDouble() * width;
    double cy = random.nextDouble() * height;
    double radius = 1 + random.nextDouble() * Math.max(width, height) / 2;
    return Mask.of(width, height, (x, y) -> Math.hypot(x - cx, (y - cy) * 1.3) < radius);
  }
}
