package io.keyreel.geometry;

import io.keyreel.kernel.UserError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One or more closed rings, filled by the even-odd rule over all of them.
 *
 * @param rings each flat: x0, y0, x1, y1 …
 */
public record PolygonShape(List<double[]> rings) implements Shape {
  public PolygonShape {
    for (double[] ring : rings) {
      if (ring.length < 6) {
        throw new UserError.Invalid(
            "A polygon ring has %d numbers; it needs at least three points (six numbers)."
                .formatted(ring.length));
      }
      Coordinates.require(ring, "polygon");
    }
    rings = rings.stream().map(double[]::clone).toList();
  }

  @Override
  public boolean equals(@Nullable Object o) {
    return o instanceof PolygonShape p && Coordinates.equal(rings, p.rings);
  }

  @Override
  public int hashCode() {
    return Coordinates.hash(rings);
  }

  @Override
  public String toString() {
    return "PolygonShape" + Coordinates.text(rings);
  }
}
