package io.keyreel.media;

import org.jspecify.annotations.Nullable;

/**
 * How much moves in each frame of a video, and how loud it is. Arrays are shared, not copied.
 *
 * @param motion 0 where nothing moves, 255 where every pixel turns from black to white; the square
 *     root of the change, so that small changes tell
 * @param audio 0 at −80 dB and below, 255 at full scale; null where there is no sound
 */
@SuppressWarnings("ArrayRecordComponent")
public record Energy(byte[] motion, byte @Nullable [] audio) {
  /** What a level stands for, from 0 to 1. */
  public static double value(byte level) {
    return (level & 0xff) / 255.0;
  }

  static byte level(double value) {
    return (byte) Math.round(255 * Math.clamp(value, 0, 1));
  }
}
