package io.keyreel.labels;

import io.keyreel.geometry.BoxShape;
import io.keyreel.geometry.EllipseShape;
import io.keyreel.geometry.MaskShape;
import io.keyreel.geometry.PointsShape;
import io.keyreel.geometry.PolygonShape;
import io.keyreel.geometry.PolylineShape;
import io.keyreel.geometry.Shape;
import io.keyreel.geometry.SkeletonShape;

/** A kind of geometry; a track has at most one shape a frame and slot. */
public enum Slot {
  MASK,
  BOX,
  ELLIPSE,
  POLYLINE,
  POINTS,
  SKELETON;

  /** The slot a shape lives in. A polygon is a mask that still knows its vertices. */
  public static Slot of(Shape shape) {
    return switch (shape) {
      case MaskShape _, PolygonShape _ -> MASK;
      case BoxShape _ -> BOX;
      case EllipseShape _ -> ELLIPSE;
      case PolylineShape _ -> POLYLINE;
      case PointsShape _ -> POINTS;
      case SkeletonShape _ -> SKELETON;
    };
  }
}
