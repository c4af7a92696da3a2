package io.keyreel.geometry;

import io.keyreel.kernel.UserError;
import java.util.List;

/** Shapes to masks and back. */
public final class Masks {
  private Masks() {}

  /**
   * The pixels a shape covers in a frame. Masks must lie inside the frame; other shapes are cut at
   * its edge. Lines, points and skeletons cover none.
   */
  public static Mask of(Shape shape, int frameWidth, int frameHeight) {
    return switch (shape) {
      case MaskShape mask -> place(mask, frameWidth, frameHeight);
      case PolygonShape polygon -> fill(polygon.rings(), frameWidth, frameHeight);
      case BoxShape box -> fill(List.of(box.corners()), frameWidth, frameHeight);
      case EllipseShape ellipse -> fill(ellipse, frameWidth, frameHeight);
      case PolylineShape _, PointsShape _, SkeletonShape _ -> Mask.empty(frameWidth, frameHeight);
    };
  }

  public static MaskShape toShape(Mask mask) {
    PixelBox box = mask.bounds();
    if (box.isEmpty()) {
      return MaskShape.EMPTY;
    }
    int[] counts = Runs.of(mask.crop(box.x(), box.y(), box.width(), box.height()));
    return new MaskShape(
        box.x(), box.y(), box.width(), box.height(), RunText.write(counts, counts.length));
  }

  /** The mask of a shape inside its own box. */
  public static Mask window(MaskShape shape) {
    Mask.wordCount(shape.width(), shape.height());
    int[] counts = RunText.read(shape.counts(), shape.width() * shape.height());
    return Runs.mask(counts, shape.width(), shape.height());
  }

  private static Mask place(MaskShape shape, int frameWidth, int frameHeight) {
    if (shape.x() < 0
        || shape.y() < 0
        || (long) shape.x() + shape.width() > frameWidth
        || (long) shape.y() + shape.height() > frameHeight) {
      throw new UserError.Invalid(
          "A mask at (%d, %d) of %d by %d pixels reaches outside the frame of %d by %d; cut it to the frame."
              .formatted(
                  shape.x(), shape.y(), shape.width(), shape.height(), frameWidth, frameHeight));
    }
    return window(shape).place(frameWidth, frameHeight, shape.x(), shape.y());
  }

  private static Mask fill(List<double[]> rings, int width, int height) {
    MaskBuilder builder = new MaskBuilder(width, height);
    PolygonRaster.fill(rings, builder, width, height);
    return builder.build();
  }

  private static Mask fill(EllipseShape ellipse, int width, int height) {
    MaskBuilder builder = new MaskBuilder(width, height);
    double reach = Math.max(ellipse.rx(), ellipse.ry()) + 1;
    int left = (int) Math.max(0, ellipse.cx() - reach);
    int right = (int) Math.min(width, ellipse.cx() + reach + 1);
    int top = (int) Math.max(0, ellipse.cy() - reach);
    int bottom = (int) Math.min(height, ellipse.cy() + reach + 1);
    for (int y = top; y < bottom; y++) {
      for (int x = left; x < right; x++) {
        if (ellipse.contains(x + 0.5, y + 0.5)) {
          builder.set(x, y);
        }
      }
    }
    return builder.build();
  }
}
