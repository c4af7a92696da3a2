package io.keyreel.geometry;

import io.keyreel.kernel.UserError;

/**
 * A mask inside its tight box. An empty mask has width and height 0 and no counts.
 *
 * @param counts run lengths, background first, row-major inside the box, in the compressed alphabet
 *     of COCO (groups of five bits, from the third on as differences to the run before the last)
 */
public record MaskShape(int x, int y, int width, int height, String counts) implements Shape {
  public static final MaskShape EMPTY = new MaskShape(0, 0, 0, 0, "");

  public MaskShape {
    if (width < 0 || height < 0 || (width == 0) != (height == 0)) {
      throw new UserError.Invalid(
          "A mask of %d by %d pixels has no sense; give both sides, or 0 and 0 for an empty mask."
              .formatted(width, height));
    }
    if (width == 0 && !counts.isEmpty()) {
      throw new UserError.Invalid("An empty mask carries run lengths; leave its counts empty.");
    }
  }

  public boolean isEmpty() {
    return width == 0;
  }
}
