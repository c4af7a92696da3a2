package io.keyreel.assist.segment;

import io.keyreel.assist.Prompt;
import io.keyreel.geometry.Mask;
import io.keyreel.geometry.MaskBuilder;
import java.util.List;

/** Pixels that people spoke of are as they said, however regions were cut. */
final class Told {
  private static final double RADIUS = 2.2;

  private Told() {}

  /**
   * @param scale pixels of the frame for one of the scene
   */
  static Mask heed(Mask mask, List<Prompt> prompts, double scale) {
    MaskBuilder builder = new MaskBuilder(mask);
    for (Prompt prompt : prompts) {
      switch (prompt) {
        case Prompt.Point point ->
            heed(mask, builder, point.x(), point.y(), point.in(), scale * RADIUS);
        case Prompt.Scribble stroke -> {
          for (double[] point : Strokes.points(stroke, 1, 1)) {
            heed(mask, builder, point[0], point[1], stroke.in(), scale * RADIUS);
          }
        }
        case Prompt.Box box -> within(mask, builder, box);
        case Prompt.RoughMask _ -> {}
      }
    }
    return builder.build();
  }

  private static void heed(
      Mask mask, MaskBuilder builder, double x, double y, boolean in, double radius) {
    int px = Math.min((int) x, mask.width() - 1);
    int py = Math.min((int) y, mask.height() - 1);
    if (mask.get(px, py) == in) {
      put(builder, px, py, in);
      return;
    }
    int reach = (int) Math.ceil(radius);
    for (int dy = -reach; dy <= reach; dy++) {
      for (int dx = -reach; dx <= reach; dx++) {
        if (dx * dx + dy * dy <= radius * radius) {
          put(builder, px + dx, py + dy, in);
        }
      }
    }
  }

  private static void put(MaskBuilder builder, int x, int y, boolean in) {
    if (in) {
      builder.set(x, y);
    } else {
      builder.clear(x, y);
    }
  }

  private static void within(Mask mask, MaskBuilder builder, Prompt.Box box) {
    mask.forEachRowRun((y, from, to) -> {
      for (int x = from; x < to; x++) {
        boolean inside =
            x + 1 > box.x()
                && x < box.x() + box.width()
                && y + 1 > box.y()
                && y < box.y() + box.height();
        if (!inside) {
          builder.clear(x, y);
        }
      }
    });
  }
}
