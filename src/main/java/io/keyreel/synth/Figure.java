package io.keyreel.synth;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An actor at one moment, placed on the screen. */
final class Figure {
  private final Actor actor;
  private final List<PlacedPart> parts = new ArrayList<>();
  private final double wobble;
  private final double wave;
  private final double time;
  private double left = Double.MAX_VALUE;
  private double top = Double.MAX_VALUE;
  private double right = -Double.MAX_VALUE;
  private double bottom = -Double.MAX_VALUE;
  private final double footX;
  private final double footY;
  private final double size;

  private record PlacedPart(
      Outline outline,
      Paint paint,
      Affine inverse,
      double left,
      double top,
      double right,
      double bottom) {}

  Figure(Actor actor, Camera camera, ClipSpec spec, double time) {
    this.actor = actor;
    this.time = time;
    Path path = actor.path();
    double zoom = camera.zoom(time);
    double middleX = 0.5 * spec.width() / spec.height();
    double x = path.xAt(time) - path.parallax() * camera.x(time);
    double y = path.yAt(time) - camera.y(time);
    size = path.sizeAt(time) * zoom * spec.height();
    footX = (middleX + (x - middleX) * zoom) * spec.height();
    footY = (0.5 + (y - 0.5) * zoom) * spec.height();
    wobble = actor.wobble() * size;
    wave = 7 / size;
    Affine world =
        Affine.IDENTITY
            .move(footX, footY)
            .turn(path.turnAt(time))
            .scale(size * path.facing(), size);
    for (Part part : actor.body().pose(actor.stride() * time)) {
      place(part, world);
    }
  }

  private void place(Part part, Affine world) {
    Affine local = part.placing();
    Affine all =
        new Affine(
            world.a() * local.a() + world.b() * local.c(),
            world.a() * local.b() + world.b() * local.d(),
            world.c() * local.a() + world.d() * local.c(),
            world.c() * local.b() + world.d() * local.d(),
            world.x(local.tx(), local.ty()),
            world.y(local.tx(), local.ty()));
    double[] box = part.outline().bounds();
    double l = Double.MAX_VALUE;
    double t = Double.MAX_VALUE;
    double r = -Double.MAX_VALUE;
    double b = -Double.MAX_VALUE;
    for (int i = 0; i < 4; i++) {
      double u = box[i % 2 == 0 ? 0 : 2];
      double v = box[i < 2 ? 1 : 3];
      l = Math.min(l, all.x(u, v));
      r = Math.max(r, all.x(u, v));
      t = Math.min(t, all.y(u, v));
      b = Math.max(b, all.y(u, v));
    }
    double margin = wobble + 1;
    parts.addFirst(
        new PlacedPart(
            part.outline(),
            part.paint(),
            all.inverse(),
            l - margin,
            t - margin,
            r + margin,
            b + margin));
    left = Math.min(left, l - margin);
    top = Math.min(top, t - margin);
    right = Math.max(right, r + margin);
    bottom = Math.max(bottom, b + margin);
  }

  boolean covers(double x, double y) {
    return part(x, y) != null;
  }

  /** The colour at a point of the screen; null beside the figure. */
  @Nullable Colour at(double x, double y) {
    PlacedPart part = part(x, y);
    if (part == null) {
      return null;
    }
    double sx = x + giveX(x, y);
    double sy = y + giveY(x, y);
    double grain = part.outline instanceof Outline.Disc ? 1 : 2.2;
    return part.paint.at(part.inverse.x(sx, sy) * grain, part.inverse.y(sx, sy) * grain);
  }

  private @Nullable PlacedPart part(double x, double y) {
    if (x < left || y < top || x > right || y > bottom) {
      return null;
    }
    double sx = x + giveX(x, y);
    double sy = y + giveY(x, y);
    for (PlacedPart part : parts) {
      if (x >= part.left
          && x <= part.right
          && y >= part.top
          && y <= part.bottom
          && part.outline.contains(part.inverse.x(sx, sy), part.inverse.y(sx, sy))) {
        return part;
      }
    }
    return null;
  }

  private double giveX(double x, double y) {
    return wobble == 0 ? 0 : wobble * Math.sin(wave * (y - footY) + 0.21 * time);
  }

  private double giveY(double x, double y) {
    return wobble == 0 ? 0 : wobble * Math.sin(wave * (x - footX) + 0.17 * time);
  }

  /** How much of the light the figure's shadow leaves at a point of the ground. */
  float shadow(double x, double y) {
    if (!actor.shadow()) {
      return 1;
    }
    double u = (x - footX) / (size * 0.55);
    double v = (y - footY - 0.01 * size) / (size * 0.07);
    double d = u * u + v * v;
    return d >= 1 ? 1 : (float) (1 - 0.4 * (1 - d));
  }
}
