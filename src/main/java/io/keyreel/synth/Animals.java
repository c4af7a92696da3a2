package io.keyreel.synth;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Four legs or two wings. All face right, stand on v = 0 and are about 1 high. */
final class Animals {
  private static final int[][] COATS = {
    {0x8a5a33, 0x5b3a22},
    {0xd9c7a8, 0x6f5138},
    {0x3d3a3a, 0xd8d3cc},
    {0xb9753f, 0xf0e2cc},
    {0x9b9690, 0x5f5b58}
  };

  private Animals() {}

  static Body quadruped(Random random, Noise noise) {
    int[] coat = COATS[random.nextInt(COATS.length)];
    Colour light = Colour.of(coat[0]);
    Colour dark = Colour.of(coat[1]);
    double grain = 0.25 + 0.3 * random.nextDouble();
    Paint skin =
        switch (random.nextInt(3)) {
          case 0 -> Paint.spotted(noise, light, dark, grain, random);
          case 1 -> Paint.striped(noise, light, dark, 7, 0.4);
          default -> Paint.mottled(noise, light, dark, grain, random);
        };
    Paint far = darker(skin);
    Paint nose = Paint.plain(dark.times(0.5f));
    double neck = 0.25 + 0.25 * random.nextDouble();
    double thin = 0.05 + 0.025 * random.nextDouble();
    double tail = 0.3 + 0.3 * random.nextDouble();
    return phase -> {
      List<Part> parts = new ArrayList<>();
      leg(parts, far, 0.34, phase + 0.4, thin);
      leg(parts, far, -0.34, phase + 3.5, thin);
      Affine rump = Affine.IDENTITY.move(-0.48, -0.66).turn(0.7 + 0.3 * Math.sin(phase * 0.7));
      parts.add(new Part(new Outline.Limb(tail, 0.035, 0.02), skin, rump));
      parts.add(
          new Part(
              new Outline.Disc(),
              skin,
              Affine.IDENTITY.move(0, -0.58 + 0.01 * Math.sin(2 * phase)).scale(0.52, 0.2)));
      Affine shoulder =
          Affine.IDENTITY.move(0.4, -0.64).turn(Math.PI + 0.5 + 0.06 * Math.sin(phase));
      parts.add(new Part(new Outline.Limb(neck, 0.15, 0.1), skin, shoulder));
      Affine head = shoulder.move(0, neck + 0.02).turn(-0.5 - Math.PI + 0.05 * Math.sin(phase));
      parts.add(new Part(new Outline.Disc(), far, head.move(-0.06, -0.12).scale(0.04, 0.08)));
      parts.add(new Part(new Outline.Disc(), skin, head.move(0.06, 0).scale(0.17, 0.11)));
      parts.add(new Part(new Outline.Disc(), nose, head.move(0.21, 0.02).scale(0.035, 0.03)));
      parts.add(new Part(new Outline.Disc(), nose, head.move(0.07, -0.03).scale(0.018, 0.018)));
      leg(parts, skin, 0.36, phase + Math.PI, thin);
      leg(parts, skin, -0.36, phase, thin);
      return parts;
    };
  }

  private static void leg(List<Part> parts, Paint paint, double at, double phase, double thick) {
    double swing = 0.45 * Math.sin(phase);
    Affine hip = Affine.IDENTITY.move(at, -0.52).turn(-swing);
    double bend = 0.35 * Math.max(0, Math.cos(phase));
    Affine knee = hip.move(0, 0.26).turn(bend);
    parts.add(new Part(new Outline.Limb(0.22, thick * 0.8, thick * 0.62), paint, knee));
    parts.add(new Part(new Outline.Limb(0.26, thick * 1.6, thick * 0.85), paint, hip));
  }

  static Body bird(Random random, Noise noise) {
    Colour base =
        Colour.hue(random, 0.35 + 0.4 * random.nextDouble(), 0.5 + 0.4 * random.nextDouble());
    Paint back = Paint.mottled(noise, base, base.times(0.6f), 0.35, random);
    Paint wing = Paint.striped(noise, base.times(0.8f), Colour.of(0xf2efe8), 9, 0.8);
    Paint beak = Paint.plain(Colour.of(0xe0982f));
    return phase -> {
      double flap = Math.sin(phase);
      List<Part> parts = new ArrayList<>();
      Affine root = Affine.IDENTITY.move(0, -0.5);
      parts.add(
          new Part(
              wingOutline(), darker(wing), root.move(0.06, -0.04).scale(0.8, -0.75 * flap - 0.1)));
      parts.add(
          new Part(
              new Outline.Polygon(-0.75, -0.08, -0.35, -0.06, -0.35, 0.08, -0.75, 0.1),
              back,
              root));
      parts.add(new Part(new Outline.Disc(), back, root.turn(-0.08).scale(0.45, 0.15)));
      parts.add(new Part(new Outline.Polygon(0.55, -0.1, 0.74, -0.04, 0.55, 0), beak, root));
      parts.add(new Part(new Outline.Disc(), back, root.move(0.46, -0.08).scale(0.13, 0.11)));
      parts.add(
          new Part(
              new Outline.Disc(),
              Paint.plain(Colour.of(0x1c1a18)),
              root.move(0.5, -0.1).scale(0.02, 0.02)));
      parts.add(new Part(wingOutline(), wing, root.scale(1, -0.85 * flap - 0.1)));
      return parts;
    };
  }

  private static Outline wingOutline() {
    return new Outline.Polygon(
        0.22, 0, 0.16, 0.35, -0.02, 0.75, -0.14, 0.9, -0.2, 0.7, -0.26, 0.35, -0.24, 0);
  }

  private static Paint darker(Paint paint) {
    return (u, v) -> paint.at(u, v).times(0.72f);
  }
}
