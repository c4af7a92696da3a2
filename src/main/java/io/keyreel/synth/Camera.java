package io.keyreel.synth;

import java.util.Random;

/** Pan, zoom and shake, as shares of the frame's height. */
record Camera(
    double panX, double panY, double swing, double zoom, double shake, double phase, int height) {
  static Camera random(Random random, ClipSpec spec) {
    double fast = random.nextDouble() < 0.3 ? 2.5 : 1;
    return new Camera(
        random.nextGaussian() * 0.004 * fast,
        random.nextGaussian() * 0.0006,
        random.nextDouble() * 0.05,
        random.nextGaussian() * 0.0012,
        random.nextDouble() < 0.5 ? 0 : random.nextDouble() * 0.006,
        random.nextDouble() * 6.28,
        spec.height());
  }

  double x(double time) {
    return panX * time
        + swing * Math.sin(0.06 * time + phase)
        + shake * (Math.sin(1.3 * time + phase) + Math.sin(2.1 * time));
  }

  double y(double time) {
    return panY * time
        + 0.3 * swing * Math.sin(0.045 * time + 2 * phase)
        + shake * (Math.sin(1.7 * time) + Math.sin(2.6 * time + phase));
  }

  double zoom(double time) {
    return Math.exp(zoom * time + 0.02 * Math.sin(0.05 * time + phase));
  }
}
