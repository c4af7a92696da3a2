package io.keyreel.media;

/** The unit of a video's time stamps: {@code num / den} seconds. */
public record TimeBase(int num, int den) {
  public TimeBase {
    if (num <= 0 || den <= 0) {
      throw new IllegalArgumentException("no time base: " + num + "/" + den);
    }
  }

  public long micros(long ticks) {
    return Math.round((double) ticks * num * 1_000_000 / den);
  }
}
