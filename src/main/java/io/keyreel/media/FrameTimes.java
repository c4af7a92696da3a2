package io.keyreel.media;

import java.util.Arrays;

/**
 * The frame index: what each frame's number stands for. Arrays are shared, not copied.
 *
 * @param pts in the video's time base
 * @param durations in the video's time base; 0 where the file does not say
 * @param hashes SHA-256 of the decoded planes, 32 bytes a frame
 */
@SuppressWarnings("ArrayRecordComponent")
public record FrameTimes(long[] pts, long[] durations, byte[] hashes) {
  public static final int HASH_BYTES = 32;

  public FrameTimes {
    if (durations.length != pts.length || hashes.length != pts.length * HASH_BYTES) {
      throw new IllegalArgumentException("the frame index is uneven");
    }
  }

  public int count() {
    return pts.length;
  }

  public byte[] hash(int frame) {
    return Arrays.copyOfRange(hashes, frame * HASH_BYTES, (frame + 1) * HASH_BYTES);
  }
}
