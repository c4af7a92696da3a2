package io.keyreel.geometry;

import io.keyreel.kernel.UserError;

/**
 * A rectangle.
 *
 * @param x left edge before turning
 * @param y top edge before turning
 * @param angle radians, clockwise on the screen, about the centre
 */
public record BoxShape(double x, double y, double width, double height, double angle)
    implements Shape {
  public BoxShape {
    Coordinates.require(new double[] {x, y, width, height, angle, 0}, "box");
    if (width < 0 || height < 0) {
      throw new UserError.Invalid(
          "A box has a negative side; give a width and height of 0 or more.");
    }
  }

  public double centerX() {
    return x + width / 2;
  }

  public double centerY() {
    return y + height / 2;
  }

  /** The four corners, flat, clockwise from the top left. */
  public double[] corners() {
    double cos = Math.cos(angle);
    double sin = Math.sin(angle);
    double[] corners = new double[8];
    for (int i = 0; i < 4; i++) {
      double dx = (i == 1 || i == 2 ? width : -width) / 2;
      double dy = (i >= 2 ? height : -height) / 2;
      corners[2 * i] = centerX() + dx * cos - dy * sin;
      corners[2 * i + 1] = centerY() + dx * sin + dy * cos;
    }
    return corners;
  }
}
