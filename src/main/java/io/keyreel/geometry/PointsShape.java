package io.keyreel.geometry;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Points without an order to fill.
 *
 * @param points flat: x0, y0, x1, y1 …
 */
public record PointsShape(double[] points) implements Shape {
  public PointsShape {
    Coordinates.require(points, "point set");
    points = points.clone();
  }

  @Override
  public boolean equals(@Nullable Object o) {
    return o instanceof PointsShape p && Arrays.equals(points, p.points);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(points);
  }

  @Override
  public String toString() {
    return "PointsShape" + Arrays.toString(points);
  }
}
