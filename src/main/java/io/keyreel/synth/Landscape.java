package io.keyreel.synth;

import java.util.Random;

/** Sky, hills, trees and a field in perspective. */
record Landscape(
    Noise noise,
    double horizon,
    Colour skyTop,
    Colour skyLow,
    Colour hill,
    Colour grassA,
    Colour grassB,
    Colour path,
    boolean road,
    double clouds,
    double treeDensity,
    double offset) {
  private static final int[][] SKIES = {
    {0x4f8fd6, 0xd8e9f6}, {0x7aa6c9, 0xf3dfc6}, {0x8fa3b5, 0xdfe5ea}, {0x3f6fb0, 0xf6c9a0}
  };
  private static final int[][] FIELDS = {
    {0x5f8f3a, 0x8fb455}, {0x8a8f4a, 0xc2b06a}, {0x4d7f4a, 0x7fa86a}, {0xb79a6a, 0xd9c294}
  };

  static Landscape random(Random random, Noise noise, ClipSpec spec) {
    int[] sky = SKIES[random.nextInt(SKIES.length)];
    int[] field = FIELDS[random.nextInt(FIELDS.length)];
    return new Landscape(
        noise,
        0.32 + 0.18 * random.nextDouble(),
        Colour.of(sky[0]),
        Colour.of(sky[1]),
        Colour.of(0x5d7a86).mix(Colour.of(0x6d8a5a), random.nextFloat()),
        Colour.of(field[0]),
        Colour.of(field[1]),
        Colour.of(random.nextBoolean() ? 0x77736e : 0xa8875f),
        random.nextBoolean(),
        0.3 + 0.6 * random.nextDouble(),
        0.35 + 0.4 * random.nextDouble(),
        random.nextDouble() * 10);
  }

  /**
   * The colour at a point.
   *
   * @param x y as shares of the frame's height, after the camera
   * @param pan how far the camera has gone sideways
   */
  Colour at(double x, double y, double pan) {
    if (y >= horizon) {
      return ground(x, y, pan);
    }
    double tree = treeLine(x + 0.6 * pan + offset);
    if (y > horizon - tree) {
      return tree(x + 0.6 * pan + offset, y);
    }
    double ridge = ridge(x, pan);
    if (y > horizon - ridge) {
      float texture = noise.rough((x + 0.25 * pan) * 0.5 + offset, y * 0.7);
      float haze = (float) Math.clamp((horizon - y) / ridge, 0, 1);
      return hill.mix(skyLow, 0.35f + 0.2f * haze).times(0.8f + 0.35f * texture);
    }
    return sky(x + 0.05 * pan, y);
  }

  /** What a point shows; the arguments are those of {@link #at}. */
  Stuff stuff(double x, double y, double pan) {
    if (y >= horizon) {
      return isRoad(y, (x - 0.8) * depth(y) * 0.9 + pan * 0.9) ? Stuff.ROAD : Stuff.FIELD;
    }
    if (y > horizon - treeLine(x + 0.6 * pan + offset)) {
      return Stuff.TREES;
    }
    return y > horizon - ridge(x, pan) ? Stuff.HILLS : Stuff.SKY;
  }

  private double ridge(double x, double pan) {
    return 0.05 + 0.2 * noise.smooth((x + 0.25 * pan + offset) * 0.12, 0.3);
  }

  private double depth(double y) {
    return 0.12 / (y - horizon + 0.035);
  }

  private boolean isRoad(double y, double u) {
    return road && Math.abs(y - horizon - 0.2 - 0.02 * Math.sin(u)) < 0.075;
  }

  private Colour sky(double x, double y) {
    Colour clear = skyTop.mix(skyLow, (float) Math.pow(Math.max(0, y) / horizon, 0.8));
    float cloud = noise.smooth(x * 0.18 + offset, y * 0.45 + offset);
    return clear.mix(Colour.of(0xfbfaf7), (float) ((cloud - 0.55) * 3 * clouds));
  }

  private double treeLine(double x) {
    double stand = noise.smooth(x * 0.22, 0.77);
    if (stand < 1 - treeDensity) {
      return 0;
    }
    double crown = noise.smooth(x * 1.3, 0.15);
    double edge = Math.min(1, 12 * (stand - 1 + treeDensity));
    return edge * (0.03 + 0.16 * (stand - 1 + treeDensity) + 0.07 * crown);
  }

  private Colour tree(double x, double y) {
    float leaves = noise.rough(x * 0.9, y * 1.1);
    float mass = noise.smooth(x * 1.6, y * 1.6);
    return Colour.of(0x2f4f2a).mix(Colour.of(0x7d9a4e), leaves * 0.7f + mass * 0.4f - 0.1f);
  }

  private Colour ground(double x, double y, double pan) {
    double depth = depth(y);
    double u = (x - 0.8) * depth * 0.9 + pan * 0.9;
    double v = depth;
    float near = (float) Math.clamp(1.2 - depth * 0.35, 0.15, 1);
    float fine = noise.rough(u * 3.1 + offset, v * 2.3) - 0.5f;
    float broad = noise.smooth(u * 0.35, v * 0.5 + offset);
    Colour grass = grassA.mix(grassB, broad).times(1 + 0.75f * fine * near);
    if (isRoad(y, u)) {
      return path.times(1 + 0.35f * fine + 0.15f * (broad - 0.5f));
    }
    return grass;
  }
}
