package io.keyreel.synth;

/** The shape of a part in its own coordinates. */
sealed interface Outline {
  boolean contains(double u, double v);

  /** left, top, right, bottom */
  double[] bounds();

  /** The unit disc; made an ellipse by its placing. */
  record Disc() implements Outline {
    @Override
    public boolean contains(double u, double v) {
      return u * u + v * v <= 1;
    }

    @Override
    public double[] bounds() {
      return new double[] {-1, -1, 1, 1};
    }
  }

  /** A limb from (0, 0) down to (0, length), with its own thickness at each end. */
  record Limb(double length, double from, double to) implements Outline {
    @Override
    public boolean contains(double u, double v) {
      double along = Math.clamp(v / length, 0, 1);
      double radius = from + (to - from) * along;
      double dv = v - along * length;
      return u * u + dv * dv <= radius * radius;
    }

    @Override
    public double[] bounds() {
      double widest = Math.max(from, to);
      return new double[] {-widest, -from, widest, length + to};
    }
  }

  /** A polygon, by the even-odd rule. */
  @SuppressWarnings("ArrayRecordComponent")
  record Polygon(double... points) implements Outline {
    @Override
    public boolean contains(double u, double v) {
      boolean inside = false;
      for (int i = 0, j = points.length - 2; i < points.length; j = i, i += 2) {
        if ((points[i + 1] > v) != (points[j + 1] > v)
            && u
                < (points[j] - points[i]) * (v - points[i + 1]) / (points[j + 1] - points[i + 1])
                    + points[i]) {
          inside = !inside;
        }
      }
      return inside;
    }

    @Override
    public double[] bounds() {
      double[] box = {1e9, 1e9, -1e9, -1e9};
      for (int i = 0; i < points.length; i += 2) {
        box[0] = Math.min(box[0], points[i]);
        box[1] = Math.min(box[1], points[i + 1]);
        box[2] = Math.max(box[2], points[i]);
        box[3] = Math.max(box[3], points[i + 1]);
      }
      return box;
    }
  }
}
