package io.keyreel.vision;

/**
 * A decoded picture as video codecs have it: luma, then both chromas at half the width and height
 * (4:2:0), 8 bits, narrow range. The array is shared, not copied.
 */
@SuppressWarnings("ArrayRecordComponent")
public record Planes(int width, int height, ColourMatrix colours, byte[] data) {
  public Planes {
    if (width < 2 || height < 2 || width % 2 + height % 2 != 0) {
      throw new IllegalArgumentException("no 4:2:0 picture is %d×%d".formatted(width, height));
    }
    if (data.length != bytes(width, height)) {
      throw new IllegalArgumentException(
          "%d bytes are no 4:2:0 picture of %d×%d".formatted(data.length, width, height));
    }
  }

  public static int bytes(int width, int height) {
    return Math.multiplyExact(width, height) / 2 * 3;
  }
}
