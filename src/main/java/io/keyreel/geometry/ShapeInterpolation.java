package io.keyreel.geometry;

import java.util.ArrayList;
import java.util.List;

/** A shape between two keyframes, by vertex; masks by signed distance. */
public final class ShapeInterpolation {
  private static final int LEAST_RESAMPLED = 64;

  private ShapeInterpolation() {}

  /**
   * The shape at {@code t} of the way from {@code a} (0) to {@code b} (1). Where the two cannot be
   * matched (other kinds, other numbers of points), the nearer one holds.
   */
  public static Shape between(Shape a, Shape b, double t) {
    if (t <= 0) {
      return a;
    }
    if (t >= 1) {
      return b;
    }
    Shape nearer = t < 0.5 ? a : b;
    return switch (a) {
      case BoxShape p when b instanceof BoxShape q -> box(p, q, t);
      case EllipseShape p when b instanceof EllipseShape q -> ellipse(p, q, t);
      case MaskShape p when b instanceof MaskShape q -> mask(p, q, t);
      case PolygonShape p
          when b instanceof PolygonShape q && p.rings().size() == q.rings().size() ->
          polygon(p, q, t);
      case PolylineShape p
          when b instanceof PolylineShape q && p.points().length == q.points().length ->
          new PolylineShape(mix(p.points(), q.points(), t));
      case PointsShape p
          when b instanceof PointsShape q && p.points().length == q.points().length ->
          new PointsShape(mix(p.points(), q.points(), t));
      case SkeletonShape p
          when b instanceof SkeletonShape q && p.joints().size() == q.joints().size() ->
          skeleton(p, q, t);
      default -> nearer;
    };
  }

  private static BoxShape box(BoxShape a, BoxShape b, double t) {
    double width = mix(a.width(), b.width(), t);
    double height = mix(a.height(), b.height(), t);
    return new BoxShape(
        mix(a.centerX(), b.centerX(), t) - width / 2,
        mix(a.centerY(), b.centerY(), t) - height / 2,
        width,
        height,
        mixAngle(a.angle(), b.angle(), t));
  }

  private static EllipseShape ellipse(EllipseShape a, EllipseShape b, double t) {
    return new EllipseShape(
        mix(a.cx(), b.cx(), t),
        mix(a.cy(), b.cy(), t),
        mix(a.rx(), b.rx(), t),
        mix(a.ry(), b.ry(), t),
        mixAngle(a.angle(), b.angle(), t));
  }

  private static MaskShape mask(MaskShape a, MaskShape b, double t) {
    int width = Math.max(a.x() + a.width(), b.x() + b.width());
    int height = Math.max(a.y() + a.height(), b.y() + b.height());
    return Masks.toShape(
        MaskInterpolation.between(Masks.of(a, width, height), Masks.of(b, width, height), t));
  }

  private static PolygonShape polygon(PolygonShape a, PolygonShape b, double t) {
    List<double[]> rings = new ArrayList<>();
    for (int i = 0; i < a.rings().size(); i++) {
      double[] p = a.rings().get(i);
      double[] q = b.rings().get(i);
      if (p.length != q.length) {
        int points = Math.max(LEAST_RESAMPLED, Math.max(p.length, q.length) / 2);
        p = Rings.resample(p, points);
        q = Rings.align(Rings.resample(q, points), p);
      }
      rings.add(mix(p, q, t));
    }
    return new PolygonShape(rings);
  }

  private static SkeletonShape skeleton(SkeletonShape a, SkeletonShape b, double t) {
    List<SkeletonShape.Joint> joints = new ArrayList<>();
    for (int i = 0; i < a.joints().size(); i++) {
      SkeletonShape.Joint p = a.joints().get(i);
      SkeletonShape.Joint q = b.joints().get(i);
      joints.add(
          new SkeletonShape.Joint(
              mix(p.x(), q.x(), t), mix(p.y(), q.y(), t), (t < 0.5 ? p : q).visibility()));
    }
    return new SkeletonShape(joints);
  }

  private static double[] mix(double[] a, double[] b, double t) {
    double[] result = new double[a.length];
    for (int i = 0; i < a.length; i++) {
      result[i] = mix(a[i], b[i], t);
    }
    return result;
  }

  private static double mix(double a, double b, double t) {
    return a + (b - a) * t;
  }

  private static double mixAngle(double a, double b, double t) {
    return a + Math.IEEEremainder(b - a, 2 * Math.PI) * t;
  }
}
