package io.keyreel.labels;

import io.keyreel.geometry.MaskShape;
import io.keyreel.geometry.Masks;
import io.keyreel.geometry.PointsShape;
import io.keyreel.geometry.PolygonShape;
import io.keyreel.geometry.PolylineShape;
import io.keyreel.geometry.Shape;
import io.keyreel.geometry.SkeletonShape;
import io.keyreel.kernel.UserError;

/** What a keyframe may hold. */
final class ShapeRules {
  private ShapeRules() {}

  static void check(Shape shape, Slot slot, LockedSet set) {
    if (Slot.of(shape) != slot) {
      throw new UserError.Invalid(
          "The shape does not belong into the slot %s; put it into %s."
              .formatted(slot, Slot.of(shape)));
    }
    switch (shape) {
      case MaskShape mask -> checkMask(mask, set);
      case PolygonShape polygon -> requireSome(polygon.rings().size(), "polygon", "ring");
      case PolylineShape line -> requireSome(line.points().length / 2, "line", "point");
      case PointsShape points -> requireSome(points.points().length, "point set", "point");
      case SkeletonShape skeleton -> requireSome(skeleton.joints().size(), "skeleton", "joint");
      default -> {}
    }
  }

  private static void checkMask(MaskShape mask, LockedSet set) {
    if (mask.x() < 0
        || mask.y() < 0
        || (long) mask.x() + mask.width() > set.width()
        || (long) mask.y() + mask.height() > set.height()) {
      throw new UserError.Invalid(
          "The mask reaches outside the frame of %d by %d pixels; cut it to the frame."
              .formatted(set.width(), set.height()));
    }
    if (!mask.isEmpty()) {
      Masks.window(mask);
    }
  }

  private static void requireSome(int count, String shape, String part) {
    if (count == 0) {
      throw new UserError.Invalid(
          "The %s has no %s; give it at least one, or delete the keyframe.".formatted(shape, part));
    }
  }
}
