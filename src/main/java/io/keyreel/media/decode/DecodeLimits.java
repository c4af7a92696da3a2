package io.keyreel.media.decode;

import java.time.Duration;

/**
 * What a recording may cost.
 *
 * @param memoryBytes address space of the child process
 * @param largestSide of the picture, in pixels
 * @param mostPixels of the picture
 * @param silence how long the child may give nothing before it is taken for hung
 * @param wall how long it may run in all
 * @param threads how many threads decode
 */
public record DecodeLimits(
    long memoryBytes,
    int largestSide,
    long mostPixels,
    Duration silence,
    Duration wall,
    int threads) {
  /** The most that decodes in a gigabyte: 5312×2988, the largest picture of action cameras. */
  private static final long MOST_PIXELS = 16_000_000;

  /** What suits this machine. */
  public static DecodeLimits standard() {
    int cores = Runtime.getRuntime().availableProcessors();
    return new DecodeLimits(
        1L << 30,
        8192,
        MOST_PIXELS,
        Duration.ofSeconds(60),
        Duration.ofHours(12),
        Math.clamp(cores, 1, 4));
  }
}
