package io.keyreel.synth;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Cars, balls and balloons. */
final class Machines {
  private Machines() {}

  static Body car(Random random, Noise noise) {
    Colour paint =
        Colour.hue(random, 0.5 + 0.4 * random.nextDouble(), 0.45 + 0.4 * random.nextDouble());
    Paint sheet = Paint.mottled(noise, paint, paint.times(0.82f), 0.2, random);
    Paint glass = Paint.mottled(noise, Colour.of(0x3a4a58), Colour.of(0xa9c3d4), 0.3, random);
    Paint tyre = Paint.mottled(noise, Colour.of(0x1b1b1d), Colour.of(0x343437), 1.5, random);
    Paint rim = Paint.sectors(noise, Colour.of(0xc9ccd0), Colour.of(0x5a5d63), 10);
    Paint lamp = Paint.plain(Colour.of(0xfff1c4));
    Paint tail = Paint.plain(Colour.of(0xc23a2e));
    double roof = 0.36 + 0.3 * random.nextDouble();
    double back = -0.75 + 0.35 * random.nextDouble();
    return phase -> {
      List<Part> parts = new ArrayList<>();
      Affine frame = Affine.IDENTITY.move(0, 0.008 * Math.sin(phase)).scale(0.82, 0.82);
      parts.add(
          new Part(
              new Outline.Polygon(
                  -1.05,
                  -0.2,
                  -1.08,
                  -0.55,
                  -0.95,
                  -0.66,
                  back,
                  -0.7,
                  back + 0.18,
                  -0.7 - roof,
                  0.28,
                  -0.7 - roof,
                  0.58,
                  -0.68,
                  1.0,
                  -0.58,
                  1.1,
                  -0.42,
                  1.1,
                  -0.2),
              sheet,
              frame));
      parts.add(
          new Part(
              new Outline.Polygon(
                  back + 0.1, -0.7, back + 0.22, -0.64 - roof, -0.12, -0.64 - roof, -0.12, -0.7),
              glass,
              frame));
      parts.add(
          new Part(
              new Outline.Polygon(-0.06, -0.7, -0.06, -0.64 - roof, 0.25, -0.64 - roof, 0.48, -0.7),
              glass,
              frame));
      parts.add(new Part(new Outline.Disc(), lamp, frame.move(1.04, -0.46).scale(0.06, 0.06)));
      parts.add(new Part(new Outline.Disc(), tail, frame.move(-1.04, -0.48).scale(0.04, 0.07)));
      for (double x : new double[] {-0.64, 0.66}) {
        Affine hub = frame.move(x, -0.2);
        parts.add(new Part(new Outline.Disc(), tyre, hub.scale(0.23, 0.23)));
        parts.add(new Part(new Outline.Disc(), rim, hub.turn(phase * 3).scale(0.14, 0.14)));
      }
      return parts;
    };
  }

  static Body ball(Random random, Noise noise) {
    Colour a = Colour.hue(random, 0.7, 0.8);
    Colour b = random.nextBoolean() ? Colour.of(0xf4f1ea) : Colour.hue(random, 0.6, 0.9);
    Paint skin = Paint.sectors(noise, a, b, 6);
    return phase ->
        List.of(
            new Part(
                new Outline.Disc(),
                skin,
                Affine.IDENTITY.move(0, -0.5).turn(phase).scale(0.5, 0.5)));
  }

  static Body balloon(Random random, Noise noise) {
    Colour a = Colour.hue(random, 0.65, 0.8);
    Colour b = Colour.hue(random, 0.4, 0.95);
    Paint cloth = Paint.striped(noise, a, b, 9, 0);
    Paint wicker = Paint.mottled(noise, Colour.of(0x7a5330), Colour.of(0xb98a55), 2, random);
    Paint rope = Paint.plain(Colour.of(0x4a3a2a));
    return phase -> {
      double lean = 0.05 * Math.sin(phase * 0.7);
      Affine crown = Affine.IDENTITY.move(0, -0.66).turn(lean);
      Affine basket = Affine.IDENTITY.move(0, -0.16).turn(-lean);
      return List.of(
          new Part(new Outline.Limb(0.3, 0.008, 0.008), rope, basket.move(-0.06, -0.24).turn(-0.1)),
          new Part(new Outline.Limb(0.3, 0.008, 0.008), rope, basket.move(0.06, -0.24).turn(0.1)),
          new Part(
              new Outline.Polygon(-0.24, 0.16, 0.24, 0.16, 0.07, 0.42, -0.07, 0.42), cloth, crown),
          new Part(new Outline.Disc(), cloth, crown.scale(0.34, 0.35)),
          new Part(
              new Outline.Polygon(-0.09, 0, 0.09, 0, 0.075, 0.14, -0.075, 0.14), wicker, basket));
    };
  }
}
