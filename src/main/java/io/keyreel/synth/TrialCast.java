package io.keyreel.synth;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Sets the scene of a trial: who moves how, and what stands in front. */
final class TrialCast {
  private static final double ASPECT = 16 / 9.0;

  private final Random random;
  private final Noise noise;
  private final ClipSpec spec;
  private final Landscape landscape;

  TrialCast(ClipSpec spec, long scenery) {
    this.spec = spec;
    this.random = new Random(spec.seed() * 31 + 7);
    this.noise = new Noise(spec.seed() * 17 + 3);
    this.landscape = Landscape.random(new Random(scenery), new Noise(scenery * 7 + 1), spec);
  }

  SynthClip play(Trial trial, boolean second) {
    Body body = body();
    List<Actor> actors = new ArrayList<>();
    List<Actor> occluders = new ArrayList<>();
    Camera camera = new Camera(0, 0, 0.02, 0, 0, 0, spec.height());
    double shutter = 0;
    switch (trial) {
      case OCCLUSION -> {
        actors.add(actor(body, 0.2, 0.012, 0.3));
        occluders.add(wall());
      }
      case LOOKALIKES -> {
        actors.add(actor(body, 0.35, 0.016, 0.42));
        actors.add(actor(body, 1.35, -0.016, 0.42));
      }
      case BLUR -> {
        actors.add(actor(body, 0.3, 0.045, 0.42));
        shutter = 0.8;
      }
      case REENTRY -> {
        actors.add(actor(body, 0.7, 0.001, 0.42));
        camera = new Camera(0, 0, 1.3, 0, 0, 0, spec.height());
      }
      default -> actors.add(actor(body, second ? 1.2 : 0.5, second ? -0.006 : 0.008, 0.42));
    }
    Light light = new Light(0.02, 0.03, 0, 0, shutter, 1.2);
    return new SynthClip(spec, camera, landscape, actors, occluders, light);
  }

  private Body body() {
    return switch (random.nextInt(3)) {
      case 0 -> Animals.quadruped(random, noise);
      case 1 -> People.walker(random, noise);
      default -> Machines.car(random, noise);
    };
  }

  private Actor actor(Body body, double x, double speed, double size) {
    Path path = new Path(x, 0.88, size, speed, 0.004, 0.3, 0, 0, 0, false, 1, 1);
    return new Actor("object", body, path, 0.88, 0.12, 0.004, true);
  }

  private Actor wall() {
    Paint bricks = Paint.mottled(noise, Colour.of(0x8a5a48), Colour.of(0xb08a70), 0.7, random);
    Body body =
        phase ->
            List.of(
                new Part(
                    new Outline.Polygon(-0.47, -1.2, 0.47, -1.2, 0.47, 0.2, -0.47, 0.2),
                    bricks,
                    Affine.IDENTITY));
    Path path = new Path(0.5 * ASPECT, 1, 1, 0, 0, 0, 0, 0, 0, false, 1, 1);
    return new Actor("wall", body, path, 2, 0, 0, false);
  }
}
