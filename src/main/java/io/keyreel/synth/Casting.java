package io.keyreel.synth;

import java.util.Random;

/**
 * Chooses who plays: animals, walkers, vehicles, balls, birds and balloons, and what hides them.
 */
final class Casting {
  private Casting() {}

  static Actor actor(Random random, Noise noise, ClipSpec spec, double horizon) {
    int kind = random.nextInt(6);
    boolean flies = kind >= 4;
    double size = flies ? 0.16 + 0.18 * random.nextDouble() : 0.22 + 0.3 * random.nextDouble();
    double aspect = (double) spec.width() / spec.height();
    int facing = random.nextBoolean() ? 1 : -1;
    double pace = (0.001 + 0.011 * random.nextDouble() * random.nextDouble()) * aspect;
    double ground = Math.min(0.97, horizon + 0.12 + 0.42 * random.nextDouble() + 0.3 * size);
    double y = flies ? 0.2 + 0.35 * random.nextDouble() + size / 2 : ground;
    double x =
        aspect * (facing > 0 ? 0.1 + 0.4 * random.nextDouble() : 0.5 + 0.4 * random.nextDouble());
    boolean ball = kind == 3;
    Path path =
        new Path(
            x,
            y,
            size * (ball ? 0.6 : 1),
            facing * pace,
            ball ? 0.25 * random.nextDouble() : flies ? 0.05 : 0.006,
            ball ? 0.12 + 0.1 * random.nextDouble() : flies ? 0.06 : 0.3,
            random.nextDouble() * 6.28,
            random.nextGaussian() * 0.0025,
            flies ? 0.12 * random.nextDouble() : 0,
            ball,
            facing,
            1);
    String[] names = {"animal", "walker", "car", "ball", "bird", "balloon"};
    Body body =
        switch (kind) {
          case 0 -> Animals.quadruped(random, noise);
          case 1 -> People.walker(random, noise);
          case 2 -> Machines.car(random, noise);
          case 3 -> Machines.ball(random, noise);
          case 4 -> Animals.bird(random, noise);
          default -> Machines.balloon(random, noise);
        };
    double stride = pace * (kind == 3 ? 2 / path.size() : 14) + (kind == 4 ? 0.25 : 0.03);
    double wobble = kind == 0 || kind == 1 ? 0.012 * random.nextDouble() : 0;
    return new Actor(names[kind], body, path, flies ? 0 : y, stride, wobble, !flies);
  }

  /** A trunk, a post or a bush close to the camera. */
  static Actor occluder(Random random, Noise noise, ClipSpec spec) {
    double aspect = (double) spec.width() / spec.height();
    Path path =
        new Path(
            aspect * (0.25 + 0.5 * random.nextDouble()),
            1.08,
            1,
            0,
            0,
            0,
            0,
            0,
            0.01,
            false,
            1,
            1.5);
    return new Actor("occluder", Scenery.occluder(random, noise), path, 2, 0, 0.004, false);
  }
}
