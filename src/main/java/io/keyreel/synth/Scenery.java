package io.keyreel.synth;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Trunks, posts and bushes that stand between the camera and the actors. */
final class Scenery {
  private Scenery() {}

  static Body occluder(Random random, Noise noise) {
    return switch (random.nextInt(3)) {
      case 0 -> trunk(random, noise);
      case 1 -> post(random, noise);
      default -> bush(random, noise);
    };
  }

  private static Body trunk(Random random, Noise noise) {
    Paint bark = Paint.mottled(noise, Colour.of(0x4a3a2c), Colour.of(0x8b7358), 0.8, random);
    double width = 0.05 + 0.04 * random.nextDouble();
    return phase ->
        List.of(
            new Part(
                new Outline.Polygon(
                    -width,
                    -1.4,
                    width * 0.9,
                    -1.4,
                    width * 1.1,
                    -0.5,
                    width * 1.7,
                    0.1,
                    -width * 1.6,
                    0.1,
                    -width * 1.05,
                    -0.5),
                bark,
                Affine.IDENTITY));
  }

  private static Body post(Random random, Noise noise) {
    Paint steel = Paint.mottled(noise, Colour.of(0x7d8388), Colour.of(0xa5abaf), 0.5, random);
    Paint sign = Paint.mottled(noise, Colour.of(0x2e5f9a), Colour.of(0x3c70ad), 0.3, random);
    return phase ->
        List.of(
            new Part(new Outline.Limb(0.9, 0.016, 0.016), steel, Affine.IDENTITY.move(0, -0.85)),
            new Part(new Outline.Disc(), sign, Affine.IDENTITY.move(0, -0.85).scale(0.09, 0.09)));
  }

  private static Body bush(Random random, Noise noise) {
    Paint leaves = Paint.mottled(noise, Colour.of(0x35552c), Colour.of(0x86a552), 0.9, random);
    double[] at = new double[12];
    for (int i = 0; i < at.length; i++) {
      at[i] = random.nextDouble();
    }
    return phase -> {
      List<Part> parts = new ArrayList<>();
      for (int i = 0; i < at.length; i += 2) {
        Affine place = Affine.IDENTITY.move((at[i] - 0.5) * 0.4, -0.1 - 0.22 * at[i + 1]);
        parts.add(new Part(new Outline.Disc(), leaves, place.scale(0.15, 0.12)));
      }
      return parts;
    };
  }
}
