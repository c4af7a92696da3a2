package io.keyreel.geometry;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A line through points, open.
 *
 * @param points flat: x0, y0, x1, y1 …
 */
public record PolylineShape(double[] points) implements Shape {
  public PolylineShape {
    Coordinates.require(points, "polyline");
    points = points.clone();
  }

  @Override
  public boolean equals(@Nullable Object o) {
    return o instanceof PolylineShape p && Arrays.equals(points, p.points);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(points);
  }

  @Override
  public String toString() {
    return "PolylineShape" + Arrays.toString(points);
  }
}
