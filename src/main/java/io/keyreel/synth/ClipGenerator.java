package io.keyreel.synth;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Sets scenes: a landscape, one to three moving objects, things in front of them, light, camera.
 */
public final class ClipGenerator {
  private ClipGenerator() {}

  public static SynthClip generate(ClipSpec spec) {
    Random random = new Random(spec.seed() * 0x9E3779B97F4A7C15L + 12345);
    Noise noise = new Noise(random.nextLong());
    Camera camera = Camera.random(random, spec);
    Landscape landscape = Landscape.random(random, noise, spec);
    int count = 1 + random.nextInt(3);
    List<Actor> actors = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      actors.add(Casting.actor(random, noise, spec, landscape.horizon()));
    }
    actors.sort((a, b) -> Double.compare(a.depth(), b.depth()));
    List<Actor> occluders = new ArrayList<>();
    if (random.nextDouble() < 0.35) {
      int number = 1 + random.nextInt(2);
      for (int i = 0; i < number; i++) {
        occluders.add(Casting.occluder(random, noise, spec));
      }
    }
    Light light = Light.random(random);
    return new SynthClip(spec, camera, landscape, actors, occluders, light);
  }
}
