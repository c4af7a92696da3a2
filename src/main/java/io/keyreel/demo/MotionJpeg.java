package io.keyreel.demo;

import io.keyreel.vision.FrameSource;
import io.keyreel.vision.ImageCodec;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;

/** Writes frames as a motion-JPEG AVI: a recording like any that a camera makes. */
final class MotionJpeg {
  static final int FRAMES_A_SECOND = 12;

  private static final int QUALITY = 95;
  private static final int KEYFRAME = 0x10;
  private static final int HAS_INDEX = 0x10;
  private static final int BITS = 24;

  private MotionJpeg() {}

  static byte[] encode(FrameSource frames) {
    List<byte[]> pictures =
        IntStream.range(0, frames.frameCount())
            .parallel()
            .mapToObj(n -> ImageCodec.jpeg(frames.frame(n), QUALITY, true))
            .toList();
    byte[] header = list("hdrl", join(chunk("avih", main(frames)), list("strl", stream(frames))));
    ByteArrayOutputStream movie = new ByteArrayOutputStream();
    ByteArrayOutputStream index = new ByteArrayOutputStream();
    int offset = 4;
    for (byte[] picture : pictures) {
      byte[] piece = chunk("00dc", picture);
      movie.writeBytes(piece);
      index.writeBytes(ascii("00dc"));
      index.writeBytes(ints(KEYFRAME, offset, picture.length));
      offset += piece.length;
    }
    byte[] body =
        join(header, list("movi", movie.toByteArray()), chunk("idx1", index.toByteArray()));
    return chunk("RIFF", join(ascii("AVI "), body));
  }

  private static byte[] main(FrameSource frames) {
    return ints(
        1_000_000 / FRAMES_A_SECOND,
        0,
        0,
        HAS_INDEX,
        frames.frameCount(),
        0,
        1,
        0,
        frames.width(),
        frames.height(),
        0,
        0,
        0,
        0);
  }

  private static byte[] stream(FrameSource frames) {
    byte[] head =
        join(
            ascii("vids"),
            ascii("MJPG"),
            ints(0, 0, 0, 1, FRAMES_A_SECOND, 0, frames.frameCount(), 0, -1, 0, 0, 0));
    byte[] format =
        join(
            ints(40, frames.width(), frames.height(), 1 | BITS << 16),
            ascii("MJPG"),
            ints(frames.width() * frames.height() * 3, 0, 0, 0, 0));
    return join(chunk("strh", head), chunk("strf", format));
  }

  private static byte[] list(String type, byte[] content) {
    return chunk("LIST", join(ascii(type), content));
  }

  /** Chunks start at even bytes. */
  private static byte[] chunk(String type, byte[] content) {
    return join(ascii(type), ints(content.length), content, new byte[content.length & 1]);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] ints(int... values) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    for (int value : values) {
      bytes.putInt(value);
    }
    return bytes.array();
  }

  private static byte[] join(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }
}
