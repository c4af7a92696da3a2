package io.keyreel.synth;

import java.util.Random;

/**
 * One part of a puppet, hanging from another by a joint; v runs along it from 0 to its length.
 *
 * @param parent the part it hangs from, or −1
 * @param jointU where on the parent, in units of the puppet's height
 * @param angle at rest
 * @param swing how far it swings about that, and {@code rate} how many radians of it a frame
 * @param waves how far its outline waves, as a share of its width
 */
record Limb(
    Form form,
    int parent,
    double jointU,
    double jointV,
    double length,
    double width,
    double taper,
    double angle,
    double swing,
    double rate,
    double phase,
    double waves,
    Cloth cloth,
    double grainU,
    double grainV) {
  /** Outlines. */
  enum Form {
    CAPSULE,
    OVAL,
    BLOCK,
    BLOB,
    RING
  }

  static Limb random(
      Random random, Form form, int parent, double u, double v, double length, Cloth cloth) {
    boolean thin = form == Form.CAPSULE;
    return new Limb(
        form,
        parent,
        u,
        v,
        length,
        length * (thin ? 0.12 + 0.22 * random.nextDouble() : 0.35 + 0.4 * random.nextDouble()),
        0.5 + 0.5 * random.nextDouble(),
        random.nextDouble() * 6.28,
        random.nextDouble() * random.nextDouble() * 1.1,
        0.06 + 0.45 * random.nextDouble(),
        random.nextDouble() * 6.28,
        form == Form.BLOB ? 0.05 + 0.25 * random.nextDouble() : 0,
        cloth,
        random.nextDouble() * 512,
        random.nextDouble() * 512);
  }

  double angleAt(double time) {
    return angle + swing * Math.sin(rate * time + phase);
  }

  /** How far from the puppet's joint any of it may be. */
  double reach() {
    return Math.max(length, width) * 1.4 + width;
  }

  boolean covers(double u, double v, double time) {
    double middle = v / length - 0.5;
    return switch (form) {
      case CAPSULE -> {
        double along = Math.clamp(v / length, 0, 1);
        double half = width * (1 + (taper - 1) * along) / 2;
        double over = v - along * length;
        yield u * u + over * over < half * half;
      }
      case OVAL -> 4 * (u * u / width / width + middle * middle) < 1;
      case BLOCK -> {
        double across = 4 * u * u / width / width;
        double along = 4 * middle * middle;
        yield across * across + along * along < 1;
      }
      case RING -> {
        double r = 4 * (u * u + middle * middle * length * length) / length / length;
        yield r < 1 && r > 0.62;
      }
      case BLOB -> {
        double turn = Math.atan2(middle * length, u);
        double r =
            0.8
                + waves * Math.cos(2 * turn + phase + rate * time)
                + 0.7 * waves * Math.cos(3 * turn - 2 * phase - 0.6 * rate * time)
                + 0.5 * waves * Math.cos(5 * turn + 3 * phase + 0.3 * rate * time);
        double far = 2 * Math.hypot(u / width, middle);
        yield far < r;
      }
    };
  }
}
