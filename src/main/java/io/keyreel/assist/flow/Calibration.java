package io.keyreel.assist.flow;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * Turns signs into the IoU to expect: a linear model of its logit, then a rising curve; below the
 * curve's first point straight to 0.
 *
 * @param weights of {@link Signs#terms()}
 * @param curveX model values, rising
 * @param curveY IoU at each of them, never falling
 */
@SuppressWarnings("ArrayRecordComponent")
record Calibration(double[] weights, double[] curveX, double[] curveY) {
  private static final String RESOURCE = "/models/flow/confidence.properties";

  /** Fitted on generated clips by {@code keyreel calibrate}. */
  static final Calibration SHIPPED = load();

  double confidence(Signs signs) {
    double value = model(signs, weights);
    int i = Arrays.binarySearch(curveX, value);
    if (i >= 0) {
      return curveY[i];
    }
    int right = -i - 1;
    if (right == 0) {
      return curveY[0] * value / curveX[0];
    }
    if (right == curveX.length) {
      return curveY[right - 1];
    }
    double share = (value - curveX[right - 1]) / (curveX[right] - curveX[right - 1]);
    return curveY[right - 1] + share * (curveY[right] - curveY[right - 1]);
  }

  static double model(Signs signs, double[] weights) {
    double[] terms = signs.terms();
    double sum = 0;
    for (int i = 0; i < terms.length; i++) {
      sum += weights[i] * terms[i];
    }
    return 1 / (1 + Math.exp(-sum));
  }

  private static Calibration load() {
    Properties properties = new Properties();
    try (InputStream in = Calibration.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(RESOURCE + " is missing from the program");
      }
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Calibration(
        numbers(properties, "weights"),
        numbers(properties, "curve.x"),
        numbers(properties, "curve.y"));
  }

  private static double[] numbers(Properties properties, String key) {
    return Arrays.stream(properties.getProperty(key, "").split(","))
        .mapToDouble(Double::parseDouble)
        .toArray();
  }

  /** As the resource holds it. */
  String text() {
    return "weights=%s%ncurve.x=%s%ncurve.y=%s%n"
        .formatted(join(weights), join(curveX), join(curveY));
  }

  private static String join(double[] values) {
    return Arrays.stream(values)
        .mapToObj(v -> String.format(Locale.ROOT, "%.5f", v))
        .collect(Collectors.joining(","));
  }
}
