package io.keyreel.geometry;

import io.keyreel.kernel.UserError;

/** Run lengths of a whole image in column-major order, as pycocotools writes and reads them. */
public final class CocoRle {
  private CocoRle() {}

  public static int[] counts(Mask mask) {
    return Runs.of(mask.transpose());
  }

  public static String compressed(Mask mask) {
    int[] counts = counts(mask);
    return RunText.write(counts, counts.length);
  }

  public static Mask mask(String compressed, int width, int height) {
    Mask.wordCount(width, height);
    return Runs.mask(RunText.read(compressed, width * height), height, width).transpose();
  }

  public static Mask mask(int[] counts, int width, int height) {
    Mask.wordCount(width, height);
    long sum = 0;
    for (int count : counts) {
      if (count < 0) {
        throw new UserError.Invalid("A run length is negative; encode the mask again.");
      }
      sum += count;
    }
    if (sum != (long) width * height) {
      throw new UserError.Invalid(
          "Run lengths add up to %d, but the image of %d by %d has %d pixels; check its size."
              .formatted(sum, width, height, (long) width * height));
    }
    return Runs.mask(counts, height, width).transpose();
  }
}
