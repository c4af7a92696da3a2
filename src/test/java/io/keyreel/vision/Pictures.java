package io.keyreel.vision;

import java.util.Random;

/** Smooth random textures that can be shifted, faded and mixed. */
final class Pictures {
  private Pictures() {}

  static Image texture(int width, int height, long seed, double shiftX, double shiftY) {
    Random random = new Random(seed);
    int waves = 36;
    double[][] w = new double[waves][];
    for (int i = 0; i < waves; i++) {
      double frequency = 0.02 * Math.pow(25, random.nextDouble());
      double angle = random.nextDouble() * Math.PI * 2;
      w[i] =
          new double[] {
            frequency * Math.cos(angle),
            frequency * Math.sin(angle),
            random.nextDouble() * 6.3,
            0.5 / Math.sqrt(frequency),
            random.nextInt(3)
          };
    }
    double[] base = {60 + random.nextInt(130), 60 + random.nextInt(130), 60 + random.nextInt(130)};
    byte[] data = new byte[width * height * 3];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        double[] value = base.clone();
        for (double[] k : w) {
          double v = 8 * k[3] * Math.sin(k[0] * (x - shiftX) + k[1] * (y - shiftY) + k[2]);
          for (int c = 0; c < 3; c++) {
            value[c] += c == (int) k[4] ? v : v * 0.5;
          }
        }
        for (int c = 0; c < 3; c++) {
          data[(y * width + x) * 3 + c] = (byte) Math.clamp(Math.round(value[c]), 0, 255);
        }
      }
    }
    return new Image(width, height, 3, data);
  }

  static Image mix(Image a, Image b, double share) {
    byte[] data = new byte[a.data().length];
    for (int i = 0; i < data.length; i++) {
      data[i] =
          (byte) Math.round((a.data()[i] & 0xff) * (1 - share) + (b.data()[i] & 0xff) * share);
    }
    return new Image(a.width(), a.height(), a.channels(), data);
  }

  static double difference(Image a, Image b) {
    long sum = 0;
    for (int i = 0; i < a.data().length; i++) {
      sum += Math.abs((a.data()[i] & 0xff) - (b.data()[i] & 0xff));
    }
    return (double) sum / a.data().length;
  }

  static double mean(Image image) {
    long sum = 0;
    for (byte b : image.data()) {
      sum += b & 0xff;
    }
    return (double) sum / image.data().length;
  }
}
