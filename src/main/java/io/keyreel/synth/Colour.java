package io.keyreel.synth;

import java.util.Random;

/** A colour of light, each part 0 to 1. */
record Colour(float red, float green, float blue) {
  static Colour of(int rgb) {
    return new Colour((rgb >> 16 & 0xff) / 255f, (rgb >> 8 & 0xff) / 255f, (rgb & 0xff) / 255f);
  }

  static Colour hue(Random random, double saturation, double value) {
    int rgb = java.awt.Color.HSBtoRGB(random.nextFloat(), (float) saturation, (float) value);
    return of(rgb);
  }

  Colour mix(Colour other, float share) {
    float s = Math.clamp(share, 0, 1);
    return new Colour(
        red + (other.red - red) * s,
        green + (other.green - green) * s,
        blue + (other.blue - blue) * s);
  }

  Colour times(float factor) {
    return new Colour(red * factor, green * factor, blue * factor);
  }
}
