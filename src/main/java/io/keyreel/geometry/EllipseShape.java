package io.keyreel.geometry;

import io.keyreel.kernel.UserError;

/**
 * An ellipse.
 *
 * @param rx half axis along the turned x
 * @param ry half axis along the turned y
 * @param angle radians, clockwise on the screen, about the centre
 */
public record EllipseShape(double cx, double cy, double rx, double ry, double angle)
    implements Shape {
  public EllipseShape {
    Coordinates.require(new double[] {cx, cy, rx, ry, angle, 0}, "ellipse");
    if (rx < 0 || ry < 0) {
      throw new UserError.Invalid("An ellipse has a negative axis; give axes of 0 or more.");
    }
  }

  boolean contains(double x, double y) {
    double cos = Math.cos(angle);
    double sin = Math.sin(angle);
    double u = ((x - cx) * cos + (y - cy) * sin) / rx;
    double v = ((y - cy) * cos - (x - cx) * sin) / ry;
    return u * u + v * v <= 1;
  }
}
