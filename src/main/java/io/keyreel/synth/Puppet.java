package io.keyreel.synth;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A made-up creature or thing: limbs on joints, moving, turning in depth, giving way.
 *
 * @param motion its way over the screen
 * @param yield how far its surface gives, as a share of its height
 * @param yaw how far it turns out of the picture's plane, in radians
 */
record Puppet(List<Limb> limbs, Motion motion, double yield, double yaw, double yawRate) {
  /**
   * A way over the screen, in pixels.
   *
   * @param swayX swinging about the way
   */
  record Motion(
      double x,
      double y,
      double size,
      double speedX,
      double speedY,
      double swayX,
      double swayY,
      double rate,
      double phase,
      double growth,
      double turn,
      double spin) {
    double xAt(double t) {
      return x + speedX * t + swayX * Math.sin(rate * t + phase);
    }

    double yAt(double t) {
      return y + speedY * t + swayY * Math.sin(1.4 * rate * t + 2 * phase);
    }

    double sizeAt(double t) {
      return size * Math.exp(growth * t);
    }

    double turnAt(double t) {
      return turn + spin * Math.sin(0.13 * t + phase);
    }
  }

  static Puppet random(Random random, Cloth[] cloths, Motion motion) {
    List<Limb> limbs = new ArrayList<>();
    switch (random.nextInt(5)) {
      case 0, 1 -> figure(random, cloths, limbs);
      case 2 -> blob(random, cloths, limbs);
      case 3 -> thing(random, cloths, limbs);
      default -> tree(random, cloths, limbs);
    }
    boolean rigid = random.nextInt(4) == 0;
    if (rigid) {
      limbs.replaceAll(Puppet::stiff);
    }
    return new Puppet(
        limbs,
        motion,
        rigid ? 0 : 0.05 * random.nextDouble() * random.nextDouble(),
        random.nextInt(3) == 0 ? 0 : 1.1 * random.nextDouble(),
        0.03 + 0.12 * random.nextDouble());
  }

  private static Limb stiff(Limb l) {
    return new Limb(
        l.form(),
        l.parent(),
        l.jointU(),
        l.jointV(),
        l.length(),
        l.width(),
        l.taper(),
        l.angle(),
        0,
        l.rate(),
        l.phase(),
        l.waves() * 0.1,
        l.cloth(),
        l.grainU(),
        l.grainV());
  }

  private static Cloth any(Random random, Cloth[] cloths) {
    return cloths[random.nextInt(cloths.length)];
  }

  private static Limb.Form form(Random random, Limb.Form... forms) {
    return forms[random.nextInt(forms.length)];
  }

  /** A trunk, a head, and two to four limbs of two pieces. */
  private static void figure(Random random, Cloth[] cloths, List<Limb> limbs) {
    Cloth coat = any(random, cloths);
    double trunk = 0.35 + 0.25 * random.nextDouble();
    Limb.Form shape = form(random, Limb.Form.OVAL, Limb.Form.BLOCK, Limb.Form.CAPSULE);
    Limb body = Limb.random(random, shape, -1, 0, 0, trunk, coat);
    int legs = 2 + random.nextInt(3);
    boolean same = random.nextBoolean();
    for (int i = 0; i < legs; i++) {
      double at = trunk * (random.nextInt(2) * 0.8 + 0.1);
      double side = body.width() * 0.3 * (random.nextDouble() - 0.5);
      double length = 0.18 + 0.17 * random.nextDouble();
      Cloth cloth = same ? coat : any(random, cloths);
      limbs.add(Limb.random(random, Limb.Form.CAPSULE, legs * 2, side, at, length, cloth));
      limbs.add(Limb.random(random, Limb.Form.CAPSULE, 2 * i, 0, length, length * 0.9, cloth));
    }
    limbs.add(body);
    limbs.add(
        Limb.random(
            random,
            form(random, Limb.Form.OVAL, Limb.Form.BLOB),
            legs * 2,
            0,
            trunk,
            0.16 + 0.1 * random.nextDouble(),
            any(random, cloths)));
  }

  private static void blob(Random random, Cloth[] cloths, List<Limb> limbs) {
    limbs.add(Limb.random(random, Limb.Form.BLOB, -1, 0, 0, 0.8, any(random, cloths)));
    int more = random.nextInt(3);
    for (int i = 0; i < more; i++) {
      limbs.add(
          Limb.random(
              random,
              form(random, Limb.Form.BLOB, Limb.Form.OVAL, Limb.Form.CAPSULE),
              0,
              0.3 * (random.nextDouble() - 0.5),
              0.8 * random.nextDouble(),
              0.2 + 0.3 * random.nextDouble(),
              any(random, cloths)));
    }
  }

  /** Blocks, rods and wheels. */
  private static void thing(Random random, Cloth[] cloths, List<Limb> limbs) {
    limbs.add(stiff(Limb.random(random, Limb.Form.BLOCK, -1, 0, 0, 0.7, any(random, cloths))));
    int more = 1 + random.nextInt(4);
    for (int i = 0; i < more; i++) {
      Limb.Form form = form(random, Limb.Form.RING, Limb.Form.CAPSULE, Limb.Form.BLOCK);
      limbs.add(
          stiff(
              Limb.random(
                  random,
                  form,
                  0,
                  0.4 * (random.nextDouble() - 0.5),
                  0.7 * random.nextDouble(),
                  0.25 + 0.25 * random.nextDouble(),
                  any(random, cloths))));
    }
  }

  private static void tree(Random random, Cloth[] cloths, List<Limb> limbs) {
    int count = 3 + random.nextInt(6);
    for (int i = 0; i < count; i++) {
      int parent = i == 0 ? -1 : random.nextInt(i);
      double at = i == 0 ? 0 : limbs.get(parent).length() * (0.3 + 0.7 * random.nextDouble());
      Limb.Form form =
          form(random, Limb.Form.CAPSULE, Limb.Form.OVAL, Limb.Form.CAPSULE, Limb.Form.BLOB);
      limbs.add(
          Limb.random(
              random, form, parent, 0, at, 0.2 + 0.3 * random.nextDouble(), any(random, cloths)));
    }
  }

  Pose at(double time) {
    return new Pose(this, time);
  }
}
