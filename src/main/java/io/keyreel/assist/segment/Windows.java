package io.keyreel.assist.segment;

import io.keyreel.assist.Prompt;
import io.keyreel.geometry.Mask;
import io.keyreel.geometry.PixelBox;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Prompts as seen from a window of the frame. */
final class Windows {
  private Windows() {}

  /** What of the frame a prompt says to be in; empty for what is out. */
  static PixelBox wanted(Prompt prompt) {
    return switch (prompt) {
      case Prompt.Point point -> point.in() ? pixel(point.x(), point.y()) : PixelBox.EMPTY;
      case Prompt.Box box -> {
        PixelBox corner = pixel(box.x(), box.y());
        yield corner.union(pixel(box.x() + box.width(), box.y() + box.height()));
      }
      case Prompt.Scribble stroke -> stroke.in() ? bounds(stroke.points()) : PixelBox.EMPTY;
      case Prompt.RoughMask rough -> rough.mask().bounds();
    };
  }

  private static PixelBox bounds(List<Double> points) {
    PixelBox bounds = PixelBox.EMPTY;
    for (int i = 0; i + 1 < points.size(); i += 2) {
      bounds = bounds.union(pixel(points.get(i), points.get(i + 1)));
    }
    return bounds;
  }

  private static PixelBox pixel(double x, double y) {
    return new PixelBox(
        Math.max(0, (int) Math.ceil(x) - 1), Math.max(0, (int) Math.ceil(y) - 1), 1, 1);
  }

  /** The prompts with the window's corner as origin; those that lie outside are left out. */
  static List<Prompt> within(List<Prompt> prompts, PixelBox window) {
    List<Prompt> inside = new ArrayList<>();
    for (Prompt prompt : prompts) {
      Prompt moved = within(prompt, window);
      if (moved != null) {
        inside.add(moved);
      }
    }
    return inside;
  }

  private static @Nullable Prompt within(Prompt prompt, PixelBox window) {
    return switch (prompt) {
      case Prompt.Point point ->
          holds(window, point.x(), point.y())
              ? new Prompt.Point(point.x() - window.x(), point.y() - window.y(), point.in())
              : null;
      case Prompt.Box box ->
          new Prompt.Box(box.x() - window.x(), box.y() - window.y(), box.width(), box.height());
      case Prompt.Scribble stroke -> {
        List<Double> points = new ArrayList<>();
        for (int i = 0; i + 1 < stroke.points().size(); i += 2) {
          double x = stroke.points().get(i);
          double y = stroke.points().get(i + 1);
          if (holds(window, x, y)) {
            points.add(x - window.x());
            points.add(y - window.y());
          }
        }
        yield points.isEmpty() ? null : new Prompt.Scribble(points, stroke.in());
      }
      case Prompt.RoughMask rough -> {
        Mask mask = rough.mask().crop(window.x(), window.y(), window.width(), window.height());
        yield mask.isEmpty() ? null : new Prompt.RoughMask(mask);
      }
    };
  }

  private static boolean holds(PixelBox window, double x, double y) {
    return x >= window.x() && y >= window.y() && x <= window.right() && y <= window.bottom();
  }
}
