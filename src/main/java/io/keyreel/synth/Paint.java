package io.keyreel.synth;

import java.util.Random;

/** The colour of a surface at its own coordinates. */
@FunctionalInterface
interface Paint {
  Colour at(double u, double v);

  static Paint plain(Colour colour) {
    return (u, v) -> colour.times((float) (1.05 - 0.18 * v));
  }

  /** Two colours by noise, darker below. */
  static Paint mottled(Noise noise, Colour a, Colour b, double scale, Random random) {
    double du = random.nextDouble();
    double dv = random.nextDouble();
    return (u, v) -> {
      float fine = noise.rough(u * scale * 2.3 + dv, v * scale * 2.3 + du);
      float broad = noise.smooth(u * scale + du, v * scale + dv);
      float share = (broad - 0.5f) * 2.2f + 0.5f;
      return a.mix(b, share).times((float) ((0.75 + 0.5 * fine) * (1.08 - 0.22 * v)));
    };
  }

  static Paint spotted(Noise noise, Colour ground, Colour spots, double scale, Random random) {
    double du = random.nextDouble();
    double dv = random.nextDouble();
    return (u, v) -> {
      float broad = noise.smooth(u * scale + du, v * scale + dv);
      float fine = noise.rough(u * 1.7 + du, v * 1.7 + dv);
      float edge = Math.clamp((broad - 0.55f) * 14, 0, 1);
      return ground.mix(spots, edge).times((float) ((0.8 + 0.4 * fine) * (1.08 - 0.22 * v)));
    };
  }

  static Paint striped(Noise noise, Colour a, Colour b, double stripes, double slant) {
    return (u, v) -> {
      double wave = Math.sin((u + slant * v + 0.15 * noise.smooth(u * 0.7, v * 0.7)) * stripes);
      float fine = noise.rough(u * 0.9, v * 0.9);
      return a.mix(b, (float) (0.5 + 3 * wave))
          .times((float) ((0.85 + 0.3 * fine) * (1.05 - 0.2 * v)));
    };
  }

  /** Slices of a beach ball. */
  static Paint sectors(Noise noise, Colour a, Colour b, int slices) {
    return (u, v) -> {
      double turn = Math.atan2(v, u) / (2 * Math.PI) * slices;
      boolean odd = ((int) Math.floor(turn) & 1) == 1;
      float fine = noise.rough(u * 0.5, v * 0.5);
      float hub = (float) Math.clamp((0.22 - Math.hypot(u, v)) * 30, 0, 1);
      Colour slice = odd ? a : b;
      return slice.mix(Colour.of(0xf4f1ea), hub).times(0.9f + 0.2f * fine);
    };
  }
}
