package io.keyreel.assist.segment;

import io.keyreel.assist.Prompt;
import java.util.ArrayList;
import java.util.List;

/** Strokes as rows of points. */
final class Strokes {
  private Strokes() {}

  /** Points along a stroke, a pixel or two apart, after scaling. */
  static List<double[]> points(Prompt.Scribble stroke, double across, double down) {
    List<double[]> points = new ArrayList<>();
    List<Double> corners = stroke.points();
    for (int i = 0; i + 1 < corners.size(); i += 2) {
      double x = corners.get(i) * across;
      double y = corners.get(i + 1) * down;
      if (!points.isEmpty()) {
        double[] last = points.getLast();
        int steps = (int) (Math.hypot(x - last[0], y - last[1]) / 2);
        for (int s = 1; s < steps; s++) {
          double t = (double) s / steps;
          points.add(new double[] {last[0] + t * (x - last[0]), last[1] + t * (y - last[1])});
        }
      }
      points.add(new double[] {x, y});
    }
    return points;
  }
}
