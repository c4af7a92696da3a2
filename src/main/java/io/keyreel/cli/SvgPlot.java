package io.keyreel.cli;

import java.util.List;
import java.util.Locale;

/** Small plots of values from 0 to 1, as SVG text. */
final class SvgPlot {
  private static final int WIDTH = 420;
  private static final int HEIGHT = 160;
  private static final int LEFT = 34;
  private static final int FOOT = 22;

  private final StringBuilder svg = new StringBuilder();
  private final double most;

  /**
   * @param most the x at the right edge
   */
  SvgPlot(String title, double most) {
    this.most = Math.max(1e-9, most);
    svg.append(
        "<figure><figcaption>%s</figcaption><svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">"
            .formatted(Html.text(title), WIDTH, HEIGHT, Html.text(title)));
    for (int i = 0; i <= 4; i++) {
      double y = y(i / 4.0);
      line("<line class=\"grid\" x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\"/>", LEFT, WIDTH, y, y);
      line("<text x=\"2\" y=\"%.1f\">%.2f</text>", y + 4, i / 4.0);
    }
    line("<text x=\"%d\" y=\"%d\">0</text>", LEFT, HEIGHT - 6);
    line(
        "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>",
        WIDTH,
        HEIGHT - 6,
        most == Math.rint(most)
            ? String.valueOf((long) most)
            : String.format(Locale.ROOT, "%.2f", most));
  }

  SvgPlot curve(String kind, List<double[]> points) {
    StringBuilder path = new StringBuilder();
    for (double[] point : points) {
      path.append(String.format(Locale.ROOT, "%.1f,%.1f ", x(point[0]), y(point[1])));
    }
    svg.append("<polyline class=\"%s\" points=\"%s\"/>".formatted(kind, path));
    return this;
  }

  SvgPlot dots(String kind, List<double[]> points) {
    for (double[] point : points) {
      line(
          "<circle class=\"%s\" cx=\"%.1f\" cy=\"%.1f\" r=\"3\"/>", kind, x(point[0]), y(point[1]));
    }
    return this;
  }

  String text() {
    return svg + "</svg></figure>";
  }

  private double x(double value) {
    return LEFT + (WIDTH - LEFT - 4) * value / most;
  }

  private double y(double value) {
    return 6 + (HEIGHT - FOOT - 6) * (1 - Math.clamp(value, 0, 1));
  }

  private void line(String format, Object... values) {
    svg.append(String.format(Locale.ROOT, format, values));
  }
}
