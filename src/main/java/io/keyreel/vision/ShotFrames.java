package io.keyreel.vision;

/** Small grey frames for shot detection, and how far motion explains one from another. */
final class ShotFrames {
  private static final int BLOCK = 8;
  private static final float EVEN = 5;
  private static final float MOVED = 0.1f;

  private ShotFrames() {}

  static Image prepare(Image frame, int width) {
    int height = height(frame.width(), frame.height(), width);
    return Images.gray(Images.resize(frame, width, height));
  }

  static int height(int width, int height, int toWidth) {
    return Math.max(BLOCK * 2, Math.round((float) height * toWidth / width));
  }

  /** Whether the picture is even: black, white or one shade. */
  static boolean blank(Image gray) {
    return deviation(gray) < EVEN;
  }

  /**
   * 0 when the motion from {@code before} to {@code after} explains every block of {@code after}; 1
   * when it explains none: 1 − the mean correlation of blocks, flat ones compared by brightness.
   */
  static float unexplained(OpticalFlow flow, Image before, Image after) {
    Flow back = flow.between(after, before);
    return blocks(after, warp(before, back));
  }

  private static float blocks(Image after, float[] warped) {
    int blocks = 0;
    float sum = 0;
    for (int y = 0; y + BLOCK <= after.height(); y += BLOCK) {
      for (int x = 0; x + BLOCK <= after.width(); x += BLOCK) {
        sum += block(after, warped, x, y);
        blocks++;
      }
    }
    return sum / blocks;
  }

  /** The picture with the light and contrast of another. */
  static Image alike(Image image, Image other) {
    double gain = deviation(other) / Math.max(1, deviation(image));
    double from = mean(image);
    double to = mean(other);
    byte[] data = new byte[image.data().length];
    for (int i = 0; i < data.length; i++) {
      double value = ((image.data()[i] & 0xff) - from) * gain + to;
      data[i] = (byte) Math.clamp(Math.round(value), 0, 255);
    }
    return new Image(image.width(), image.height(), 1, data);
  }

  /** How much detail there is: the mean step from pixel to pixel. */
  static float detail(Image gray) {
    return detailOfMean(gray, gray);
  }

  /** How much detail the mean of two pictures has. */
  static float detailOfMean(Image first, Image second) {
    long sum = 0;
    byte[] a = first.data();
    byte[] b = second.data();
    for (int i = 1; i < a.length; i++) {
      sum += Math.abs((a[i] & 0xff) - (a[i - 1] & 0xff) + (b[i] & 0xff) - (b[i - 1] & 0xff));
    }
    return sum / 2f / a.length;
  }

  private static double mean(Image gray) {
    long sum = 0;
    for (byte b : gray.data()) {
      sum += b & 0xff;
    }
    return (double) sum / gray.pixels();
  }

  /** As {@link #unexplained}, without looking for motion where hardly anything changed. */
  static float unexplainedStep(OpticalFlow flow, Image before, Image after) {
    float still = still(before, after);
    return still < MOVED ? still : unexplained(flow, before, after);
  }

  private static float still(Image before, Image after) {
    float[] other = new float[before.pixels()];
    for (int i = 0; i < other.length; i++) {
      other[i] = before.data()[i] & 0xff;
    }
    return blocks(after, other);
  }

  private static float[] warp(Image image, Flow flow) {
    int w = image.width();
    int h = image.height();
    float[] vectors = flow.vectors();
    float[] result = new float[w * h];
    for (int i = 0; i < result.length; i++) {
      int x = Math.clamp(Math.round(i % w + vectors[2 * i]), 0, w - 1);
      int y = Math.clamp(Math.round(i / w + vectors[2 * i + 1]), 0, h - 1);
      result[i] = image.data()[y * w + x] & 0xff;
    }
    return result;
  }

  private static float block(Image image, float[] other, int x0, int y0) {
    float sumA = 0;
    float sumB = 0;
    float sumAa = 0;
    float sumBb = 0;
    float sumAb = 0;
    for (int y = y0; y < y0 + BLOCK; y++) {
      for (int x = x0; x < x0 + BLOCK; x++) {
        int i = y * image.width() + x;
        float a = image.data()[i] & 0xff;
        float b = other[i];
        sumA += a;
        sumB += b;
        sumAa += a * a;
        sumBb += b * b;
        sumAb += a * b;
      }
    }
    float n = BLOCK * BLOCK;
    float varianceA = Math.max(0, sumAa / n - sumA * sumA / n / n);
    float varianceB = Math.max(0, sumBb / n - sumB * sumB / n / n);
    float covariance = sumAb / n - sumA * sumB / n / n;
    float noise = 20;
    float structure =
        (covariance + noise) / ((float) Math.sqrt((varianceA + noise) * (varianceB + noise)));
    float brightness = Math.abs(sumA - sumB) / n;
    float shade = Math.min(1, Math.max(0, brightness - 12) / 60);
    return Math.clamp(Math.max(1 - structure, shade), 0, 1);
  }

  static float deviation(Image gray) {
    double sum = 0;
    double squares = 0;
    for (byte b : gray.data()) {
      int v = b & 0xff;
      sum += v;
      squares += v * v;
    }
    double mean = sum / gray.pixels();
    return (float) Math.sqrt(Math.max(0, squares / gray.pixels() - mean * mean));
  }
}
