package io.keyreel.synth;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Walkers in patterned clothes. They face right, stand on v = 0 and are 1 high. */
final class People {
  private static final int[] SKINS = {0xf0c8a8, 0xc98f68, 0x8d5a3c, 0x5d3b28};

  private People() {}

  static Body walker(Random random, Noise noise) {
    Paint skin = Paint.plain(Colour.of(SKINS[random.nextInt(SKINS.length)]));
    Colour shirt =
        Colour.hue(random, 0.45 + 0.4 * random.nextDouble(), 0.45 + 0.45 * random.nextDouble());
    Paint top =
        random.nextBoolean()
            ? Paint.striped(noise, shirt, shirt.mix(Colour.of(0xffffff), 0.6f), 16, 3)
            : Paint.mottled(noise, shirt, shirt.times(0.7f), 0.5, random);
    Colour cloth = Colour.hue(random, 0.3, 0.25 + 0.4 * random.nextDouble());
    Paint trousers = Paint.mottled(noise, cloth, cloth.times(0.75f), 0.6, random);
    Paint hair = Paint.mottled(noise, Colour.of(0x2b211c), Colour.of(0x5d4630), 1.2, random);
    Paint shoe = Paint.plain(Colour.of(0x2a2a2e));
    return phase -> {
      List<Part> parts = new ArrayList<>();
      double bounce = 0.012 * Math.cos(2 * phase);
      arm(parts, top, skin, phase, bounce);
      leg(parts, trousers, shoe, phase + Math.PI, bounce);
      leg(parts, trousers, shoe, phase, bounce);
      Affine chest = Affine.IDENTITY.move(0.01, -0.8 + bounce).turn(0.04);
      parts.add(new Part(new Outline.Limb(0.28, 0.095, 0.08), top, chest));
      Affine head = Affine.IDENTITY.move(0.03, -0.925 + bounce);
      parts.add(new Part(new Outline.Limb(0.08, 0.035, 0.035), skin, head));
      parts.add(new Part(new Outline.Disc(), hair, head.move(-0.012, -0.012).scale(0.068, 0.075)));
      parts.add(new Part(new Outline.Disc(), skin, head.move(0.014, 0.008).scale(0.052, 0.063)));
      arm(parts, top, skin, phase + Math.PI, bounce);
      return parts;
    };
  }

  private static void leg(List<Part> parts, Paint cloth, Paint shoe, double phase, double bounce) {
    Affine hip = Affine.IDENTITY.move(0, -0.5 + bounce).turn(-0.5 * Math.sin(phase));
    Affine knee = hip.move(0, 0.25).turn(0.7 * Math.max(0, Math.cos(phase)));
    Affine foot = knee.move(0, 0.21);
    parts.add(new Part(new Outline.Limb(0.07, 0.032, 0.026), shoe, foot.turn(-1.4)));
    parts.add(new Part(new Outline.Limb(0.2, 0.045, 0.034), cloth, knee));
    parts.add(new Part(new Outline.Limb(0.25, 0.065, 0.05), cloth, hip));
  }

  private static void arm(List<Part> parts, Paint cloth, Paint skin, double phase, double bounce) {
    Affine shoulder = Affine.IDENTITY.move(0, -0.8 + bounce).turn(-0.45 * Math.sin(phase));
    Affine elbow = shoulder.move(0, 0.17).turn(-0.35 - 0.25 * Math.sin(phase));
    parts.add(new Part(new Outline.Limb(0.17, 0.028, 0.024), skin, elbow));
    parts.add(new Part(new Outline.Limb(0.17, 0.04, 0.032), cloth, shoulder));
  }
}
