package io.keyreel.synth;

import java.util.List;

/** A puppet at one moment. */
final class Pose {
  private static final double TEXELS = 260;

  private final List<Limb> limbs;
  private final Affine[] inverses;
  private final double[] centres;
  private final double[] reaches;
  private final double time;
  private final double give;
  private final double wave;
  private final double slide;
  private final double reach;
  private final double rootX;
  private final double rootY;

  Pose(Puppet puppet, double time) {
    this.limbs = puppet.limbs();
    this.time = time;
    Puppet.Motion motion = puppet.motion();
    double size = motion.sizeAt(time);
    double yaw = puppet.yaw() * Math.sin(puppet.yawRate() * time + motion.phase());
    rootX = motion.xAt(time);
    rootY = motion.yAt(time);
    give = puppet.yield() * size;
    wave = 9 / size;
    slide = 0.25 * yaw;
    Affine root =
        Affine.IDENTITY
            .move(rootX, rootY)
            .scale(size * Math.max(0.3, Math.cos(yaw)), size)
            .turn(motion.turnAt(time));
    Affine[] places = new Affine[limbs.size()];
    inverses = new Affine[limbs.size()];
    centres = new double[2 * limbs.size()];
    reaches = new double[limbs.size()];
    double furthest = 0;
    for (int i = 0; i < places.length; i++) {
      place(i, root, places);
      Limb limb = limbs.get(i);
      double half = limb.length() / 2;
      centres[2 * i] = places[i].x(0, half);
      centres[2 * i + 1] = places[i].y(0, half);
      reaches[i] = limb.reach() * size + give;
      double far = Math.hypot(centres[2 * i] - rootX, centres[2 * i + 1] - rootY) + reaches[i];
      furthest = Math.max(furthest, far);
    }
    reach = furthest;
  }

  private Affine place(int i, Affine root, Affine[] places) {
    Affine known = places[i];
    if (known != null) {
      return known;
    }
    Limb limb = limbs.get(i);
    Affine from = limb.parent() < 0 ? root : place(limb.parent(), root, places);
    Affine here = from.move(limb.jointU(), limb.jointV()).turn(limb.angleAt(time));
    places[i] = here;
    inverses[i] = here.inverse();
    return here;
  }

  /** The front-most limb at a pixel, or −1. */
  int limbAt(double x, double y) {
    double dx = x - rootX;
    double dy = y - rootY;
    if (dx * dx + dy * dy > reach * reach) {
      return -1;
    }
    double gx = x + give * Math.sin(wave * y + 0.21 * time);
    double gy = y + give * Math.sin(1.3 * wave * x - 0.17 * time);
    for (int i = inverses.length - 1; i >= 0; i--) {
      double cx = gx - centres[2 * i];
      double cy = gy - centres[2 * i + 1];
      if (cx * cx + cy * cy < reaches[i] * reaches[i]) {
        Affine inverse = inverses[i];
        if (limbs.get(i).covers(inverse.x(gx, gy), inverse.y(gx, gy), time)) {
          return i;
        }
      }
    }
    return -1;
  }

  /** Adds the limb's colour at a pixel it covers, rounded off towards its rim. */
  void paint(int limb, double x, double y, float[] into, int at) {
    Limb part = limbs.get(limb);
    double gx = x + give * Math.sin(wave * y + 0.21 * time);
    double gy = y + give * Math.sin(1.3 * wave * x - 0.17 * time);
    double u = inverses[limb].x(gx, gy);
    double v = inverses[limb].y(gx, gy);
    double rim = Math.clamp(2 * u / part.width(), -1, 1);
    float shade = (float) (0.72 + 0.28 * Math.sqrt(1 - rim * rim) + 0.1 * rim);
    part.cloth()
        .add(part.grainU() + (u + slide) * TEXELS, part.grainV() + v * TEXELS, shade, into, at);
  }
}
