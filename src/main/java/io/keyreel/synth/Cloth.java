package io.keyreel.synth;

import java.util.Random;

/** A tileable coloured surface with the statistics of natural ones. */
final class Cloth {
  private static final int SIZE = 512;
  private static final int MASK = SIZE - 1;

  private final float[] colours = new float[3 * SIZE * SIZE];

  private Cloth() {}

  /** Between one and five colours that go together. */
  static Colour[] palette(Random random) {
    Colour[] palette = new Colour[2 + random.nextInt(4)];
    double value = 0.15 + 0.75 * random.nextDouble();
    double spread = 0.1 + 0.5 * random.nextDouble();
    Colour first = Colour.hue(random, 0.7 * random.nextDouble() * random.nextDouble(), value);
    palette[0] = first;
    for (int i = 1; i < palette.length; i++) {
      double other = Math.clamp(value + spread * (random.nextDouble() - 0.5) * 2, 0.05, 1);
      palette[i] =
          random.nextInt(3) == 0
              ? Colour.hue(random, 0.8 * random.nextDouble(), other)
              : first.times((float) (other / value));
    }
    return palette;
  }

  static Cloth random(Random random, Colour[] palette) {
    Cloth cloth = new Cloth();
    Noise noise = new Noise(random.nextLong());
    switch (random.nextInt(6)) {
      case 0, 1 -> cloth.leaves(random, palette, 30 + 500 * random.nextDouble());
      case 2 -> cloth.pattern(random, noise, palette);
      case 3 -> cloth.clouds(noise, palette, 0.6, 1 + random.nextInt(3));
      default -> cloth.clouds(noise, palette, 3 * random.nextDouble(), 1 + random.nextInt(6));
    }
    cloth.grain(noise, 0.05 + 0.5 * random.nextDouble() * random.nextDouble(), random);
    return cloth;
  }

  private void set(int x, int y, Colour colour) {
    int i = 3 * ((y & MASK) * SIZE + (x & MASK));
    colours[i] = colour.blue();
    colours[i + 1] = colour.green();
    colours[i + 2] = colour.red();
  }

  /** Leaves fallen on leaves: flat patches of all sizes that hide each other. */
  private void leaves(Random random, Colour[] palette, double small) {
    for (int i = 0; i < SIZE * SIZE; i++) {
      set(i % SIZE, i / SIZE, palette[0]);
    }
    int count = (int) (200 + 2 * small);
    for (int n = 0; n < count; n++) {
      double share = (double) n / count;
      double radius = 6 + 90 * Math.pow(1 - share, 2) * random.nextDouble();
      leaf(random, palette[random.nextInt(palette.length)], radius);
    }
  }

  private void leaf(Random random, Colour colour, double radius) {
    double turn = random.nextDouble() * 6.28;
    double stretch = 0.3 + 0.7 * random.nextDouble();
    boolean round = random.nextBoolean();
    Colour base = colour.times((float) (0.75 + 0.5 * random.nextDouble()));
    double slope = random.nextGaussian() * 0.25;
    int cx = random.nextInt(SIZE);
    int cy = random.nextInt(SIZE);
    int reach = (int) Math.ceil(radius);
    for (int y = -reach; y <= reach; y++) {
      for (int x = -reach; x <= reach; x++) {
        double u = (x * Math.cos(turn) + y * Math.sin(turn)) / radius;
        double v = (y * Math.cos(turn) - x * Math.sin(turn)) / radius / stretch;
        if (round ? u * u + v * v < 1 : Math.abs(u) < 0.7 && Math.abs(v) < 0.7) {
          set(cx + x, cy + y, base.times((float) (1 + slope * u)));
        }
      }
    }
  }

  private void clouds(Noise noise, Colour[] palette, double contrast, int repeat) {
    for (int i = 0; i < SIZE * SIZE; i++) {
      double u = (double) (i % SIZE) / SIZE * repeat;
      double v = (double) (i / SIZE) / SIZE * repeat;
      double at = Math.clamp(0.5 + (noise.smooth(u, v) - 0.5) * (1 + contrast), 0, 0.999);
      set(i % SIZE, i / SIZE, blend(palette, at));
    }
  }

  private void pattern(Random random, Noise noise, Colour[] palette) {
    int across = 1 + random.nextInt(20);
    int down = random.nextInt(20);
    double sharp = 0.6 + 4 * random.nextDouble();
    double bend = random.nextDouble();
    boolean checks = random.nextBoolean();
    for (int i = 0; i < SIZE * SIZE; i++) {
      double u = (double) (i % SIZE) / SIZE;
      double v = (double) (i / SIZE) / SIZE;
      double warp = bend * noise.smooth(u, v);
      double wave =
          checks
              ? Math.sin(6.28 * (u * across + warp)) * Math.sin(6.28 * (v * down + warp))
              : Math.sin(6.28 * (u * across + v * down + warp));
      set(i % SIZE, i / SIZE, blend(palette, Math.clamp(0.5 + 0.5 * sharp * wave, 0, 0.999)));
    }
  }

  private static Colour blend(Colour[] palette, double at) {
    double place = at * (palette.length - 1);
    int from = Math.min(palette.length - 2, (int) place);
    return palette[from].mix(palette[from + 1], (float) (place - from));
  }

  private void grain(Noise noise, double strength, Random random) {
    int fine = 1 << random.nextInt(3);
    for (int i = 0; i < SIZE * SIZE; i++) {
      double u = (double) (i % SIZE) / SIZE;
      double v = (double) (i / SIZE) / SIZE;
      double rough = noise.rough(u * 2 * fine, v * 2 * fine) - 0.5;
      double broad = noise.smooth(u + 0.3, v + 0.6) - 0.5;
      float factor = (float) Math.max(0.1, 1 + 1.5 * strength * rough + 0.6 * strength * broad);
      for (int c = 0; c < 3; c++) {
        colours[3 * i + c] *= factor;
      }
    }
  }

  /** Adds {@code gain} times the blue, green and red at a place, in texels, between its texels. */
  void add(double u, double v, float gain, float[] into, int at) {
    int x = (int) Math.floor(u);
    int y = (int) Math.floor(v);
    float fx = (float) (u - x) * gain;
    float fy = (float) (v - y);
    int row = (y & MASK) * SIZE;
    int low = (y + 1 & MASK) * SIZE;
    int left = x & MASK;
    int right = x + 1 & MASK;
    float w00 = (gain - fx) * (1 - fy);
    float w01 = fx * (1 - fy);
    float w10 = (gain - fx) * fy;
    float w11 = fx * fy;
    int a = 3 * (row + left);
    int b = 3 * (row + right);
    int c = 3 * (low + left);
    int d = 3 * (low + right);
    for (int k = 0; k < 3; k++) {
      into[at + k] +=
          w00 * colours[a + k] + w01 * colours[b + k] + w10 * colours[c + k] + w11 * colours[d + k];
    }
  }
}
