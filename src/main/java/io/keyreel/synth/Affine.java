package io.keyreel.synth;

/** (x, y) → (a x + b y + tx, c x + d y + ty). */
record Affine(double a, double b, double c, double d, double tx, double ty) {
  static final Affine IDENTITY = new Affine(1, 0, 0, 1, 0, 0);

  Affine move(double x, double y) {
    return new Affine(a, b, c, d, a * x + b * y + tx, c * x + d * y + ty);
  }

  Affine turn(double angle) {
    double cos = Math.cos(angle);
    double sin = Math.sin(angle);
    return new Affine(
        a * cos + b * sin, b * cos - a * sin, c * cos + d * sin, d * cos - c * sin, tx, ty);
  }

  Affine scale(double x, double y) {
    return new Affine(a * x, b * y, c * x, d * y, tx, ty);
  }

  Affine inverse() {
    double det = a * d - b * c;
    return new Affine(
        d / det, -b / det, -c / det, a / det, (b * ty - d * tx) / det, (c * tx - a * ty) / det);
  }

  double x(double x, double y) {
    return a * x + b * y + tx;
  }

  double y(double x, double y) {
    return c * x + d * y + ty;
  }
}
