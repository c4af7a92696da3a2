package io.keyreel.geometry;

import io.keyreel.kernel.UserError;
import java.util.List;

/** Joints in the order of the class's skeleton. */
public record SkeletonShape(List<Joint> joints) implements Shape {
  public SkeletonShape {
    joints = List.copyOf(joints);
  }

  /**
   * @param visibility as in COCO: 0 not labelled, 1 hidden, 2 visible
   */
  public record Joint(double x, double y, int visibility) {
    public Joint {
      Coordinates.require(new double[] {x, y}, "skeleton");
      if (visibility < 0 || visibility > 2) {
        throw new UserError.Invalid(
            "A joint has visibility %d; it is 0 (not labelled), 1 (hidden) or 2 (visible)."
                .formatted(visibility));
      }
    }
  }
}
