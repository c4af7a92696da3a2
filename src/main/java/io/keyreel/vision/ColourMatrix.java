package io.keyreel.vision;

/**
 * How a recording's luma and chroma, in the narrow ("TV") range, stand for red, green and blue.
 * JPEG files and OpenCV know the first one only.
 */
public enum ColourMatrix {
  BT601(0.299, 0.114),
  BT709(0.2126, 0.0722);

  private final double red;
  private final double green;
  private final double blue;

  ColourMatrix(double red, double blue) {
    this.red = red;
    this.green = 1 - red - blue;
    this.blue = blue;
  }

  /** What one step of U, then of V, adds to luma, to U and to V of BT.601. */
  double[][] inBt601() {
    double[] ofU = bt601(0, -blue * 2 * (1 - blue) / green, 2 * (1 - blue));
    double[] ofV = bt601(2 * (1 - red), -red * 2 * (1 - red) / green, 0);
    return new double[][] {ofU, ofV};
  }

  private static double[] bt601(double r, double g, double b) {
    double luma = BT601.red * r + BT601.green * g + BT601.blue * b;
    double narrow = 219.0 / 224;
    return new double[] {
      luma * narrow, (b - luma) / (2 * (1 - BT601.blue)), (r - luma) / (2 * (1 - BT601.red))
    };
  }
}
