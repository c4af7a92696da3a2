package io.keyreel.synth;

import java.util.Random;

/**
 * How bright and warm the picture is over time, and what the sensor adds.
 *
 * @param shutter share of a frame's time that the shutter stays open
 * @param noise standard deviation of the sensor's noise, in levels of 255
 */
record Light(double drift, double rate, double phase, double warmth, double shutter, double noise) {
  static Light random(Random random) {
    return new Light(
        random.nextDouble() < 0.4 ? 0.18 * random.nextDouble() : 0.03,
        0.02 + 0.06 * random.nextDouble(),
        random.nextDouble() * 6.28,
        random.nextGaussian() * 0.03,
        random.nextDouble() < 0.4 ? 0.2 + 0.5 * random.nextDouble() : 0,
        0.5 + 3 * random.nextDouble() * random.nextDouble());
  }

  double gain(double time) {
    return 1 + drift * Math.sin(rate * time + phase);
  }
}
