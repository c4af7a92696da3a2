package io.keyreel.media;

import io.keyreel.kernel.FrameRange;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * The bytes of a frame pack: "KRP1", the count n, n + 1 offsets from the start of the file (all
 * little-endian, unsigned, 32 bits), then n JPEG files.
 */
public final class FramePack {
  /** Frames in a pack; the last one of a video may have fewer. */
  public static final int SIZE = 32;

  private static final byte[] MAGIC = "KRP1".getBytes(StandardCharsets.US_ASCII);
  private static final int COUNT_AT = 4;
  private static final int OFFSETS_AT = 8;

  private FramePack() {}

  static byte[] of(List<byte[]> pictures) {
    int length = headBytes(pictures.size());
    for (byte[] picture : pictures) {
      length = Math.addExact(length, picture.length);
    }
    ByteBuffer pack = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    pack.put(MAGIC).putInt(pictures.size());
    int offset = headBytes(pictures.size());
    pack.putInt(offset);
    for (byte[] picture : pictures) {
      offset += picture.length;
      pack.putInt(offset);
    }
    pictures.forEach(pack::put);
    return pack.array();
  }

  /** How long the part before the pictures is. */
  static int headBytes(int count) {
    return OFFSETS_AT + 4 * (count + 1);
  }

  /**
   * Where picture {@code index} lies.
   *
   * @param head the first {@link #headBytes} of the pack, or all of it
   */
  static FrameRange place(byte[] head, int index) {
    ByteBuffer pack = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN);
    if (!Arrays.equals(head, 0, MAGIC.length, MAGIC, 0, MAGIC.length)
        || index >= pack.getInt(COUNT_AT)) {
      throw new IllegalStateException("the frame pack has no picture " + index);
    }
    int at = OFFSETS_AT + 4 * index;
    return new FrameRange(pack.getInt(at), pack.getInt(at + 4));
  }

  static byte[] picture(byte[] pack, int index) {
    FrameRange place = place(pack, index);
    return Arrays.copyOfRange(pack, place.from(), place.to());
  }
}
