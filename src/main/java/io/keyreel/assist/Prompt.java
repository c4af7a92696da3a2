package io.keyreel.assist;

import io.keyreel.geometry.Mask;
import java.util.List;

/** One thing that a person shows on a frame. Coordinates as of shapes, pixel centres at +0.5. */
public sealed interface Prompt {
  /** A click: this pixel belongs to the object, or does not. */
  record Point(double x, double y, boolean in) implements Prompt {}

  /** The object lies within. */
  record Box(double x, double y, double width, double height) implements Prompt {}

  /**
   * A stroke over pixels that belong to the object, or do not.
   *
   * @param points x, y of each corner in turn
   */
  record Scribble(List<Double> points, boolean in) implements Prompt {
    public Scribble {
      points = List.copyOf(points);
    }
  }

  /** About where the object is. */
  record RoughMask(Mask mask) implements Prompt {}
}
