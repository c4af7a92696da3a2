package io.keyreel.vision;

/**
 * Where each pixel of one picture lies in another: pixel (x, y) went to (x + dx, y + dy).
 *
 * @param vectors dx, dy interleaved, row-major; shared, not copied
 */
@SuppressWarnings("ArrayRecordComponent")
public record Flow(int width, int height, float[] vectors) {
  public Flow {
    if (vectors.length != 2 * width * height) {
      throw new IllegalArgumentException("flow does not fill " + width + "x" + height);
    }
  }
}
