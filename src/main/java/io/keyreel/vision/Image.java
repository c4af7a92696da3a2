package io.keyreel.vision;

/**
 * An 8-bit picture, rows top down, channels interleaved (BGR, or one grey). The array is shared,
 * not copied: whoever makes an image leaves its array alone from then on.
 */
@SuppressWarnings("ArrayRecordComponent")
public record Image(int width, int height, int channels, byte[] data) {
  public Image {
    if (width <= 0 || height <= 0 || data.length != width * height * channels) {
      throw new IllegalArgumentException(
          "%d bytes are no image of %dx%dx%d".formatted(data.length, width, height, channels));
    }
  }

  public int pixels() {
    return width * height;
  }
}
