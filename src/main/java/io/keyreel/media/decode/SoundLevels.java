package io.keyreel.media.decode;

import java.util.Arrays;

/** The power of a recording's sound, in short steps of time. */
public final class SoundLevels {
  private static final double SILENCE_DB = -80;

  private long[] starts = new long[1024];
  private float[] powers = new float[1024];
  private int count;

  void add(long micros, double decibels) {
    if (count == starts.length) {
      starts = Arrays.copyOf(starts, 2 * count);
      powers = Arrays.copyOf(powers, 2 * count);
    }
    starts[count] = micros;
    powers[count++] = (float) Math.pow(10, decibels / 10);
  }

  public boolean isEmpty() {
    return count == 0;
  }

  /** The mean level from one time up to another: 0 at −80 dB and below, 1 at full scale. */
  public double level(long fromMicros, long toMicros) {
    int at = Arrays.binarySearch(starts, 0, count, fromMicros);
    double power = 0;
    double time = 0;
    for (int i = Math.max(0, at >= 0 ? at : -at - 2); i < count && starts[i] < toMicros; i++) {
      long end = Math.min(toMicros, starts[i] + SoundMeter.STEP_MICROS);
      long common = end - Math.max(fromMicros, starts[i]);
      if (common > 0) {
        power += common * powers[i];
        time += common;
      }
    }
    double decibels = time == 0 ? SILENCE_DB : 10 * Math.log10(Math.max(1e-12, power / time));
    return Math.clamp(1 - decibels / SILENCE_DB, 0, 1);
  }
}
