package io.keyreel.media.decode;

import io.keyreel.vision.FrameCoder;
import io.keyreel.vision.Image;
import io.keyreel.vision.Planes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One frame of the sequential decode. */
public final class DecodedFrame {
  /** The picture, in the form that costs least. */
  public sealed interface Picture {}

  /** As it was decoded. */
  public record Native(Planes planes) implements Picture {}

  /** Converted: its native form is one that only FFmpeg knows. */
  public record Converted(Image bgr) implements Picture {}

  private final int number;
  private final long pts;
  private final long duration;
  private final Picture picture;
  private final Consumer<byte[]> pool;
  private byte @Nullable [] sha256;

  private DecodedFrame(
      int number,
      FrameTimeLines.Line time,
      Picture picture,
      byte @Nullable [] sha256,
      Consumer<byte[]> pool) {
    this.number = number;
    this.pts = time.pts();
    this.duration = time.duration();
    this.picture = picture;
    this.sha256 = sha256;
    this.pool = pool;
  }

  static DecodedFrame of(
      int number, FrameTimeLines.Line time, Planes planes, Consumer<byte[]> pool) {
    return new DecodedFrame(number, time, new Native(planes), null, pool);
  }

  static DecodedFrame of(
      int number, FrameTimeLines.Line time, Image bgr, byte[] sha256, Consumer<byte[]> pool) {
    return new DecodedFrame(number, time, new Converted(bgr), sha256, pool);
  }

  /** From 0, in presentation order. */
  public int number() {
    return number;
  }

  /** In the video's time base. */
  public long pts() {
    return pts;
  }

  /** In the video's time base; 0 where the file does not say. */
  public long duration() {
    return duration;
  }

  public Picture picture() {
    return picture;
  }

  /** Of the decoded planes in their native format; reckoned when it is first asked for. */
  public synchronized byte[] sha256() {
    if (sha256 == null) {
      sha256 = digest(data());
    }
    return sha256;
  }

  private byte[] data() {
    return switch (picture) {
      case Native(Planes planes) -> planes.data();
      case Converted(Image bgr) -> bgr.data();
    };
  }

  private static byte[] digest(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The whole picture in BGR. */
  public Image bgr() {
    return switch (picture) {
      case Converted(Image bgr) -> bgr;
      case Native(Planes planes) -> {
        try (FrameCoder coder = new FrameCoder(planes.width(), planes.height())) {
          coder.load(planes);
          yield coder.bgr();
        }
      }
    };
  }

  /** The picture is not looked at any more: its memory serves a later one. */
  public void release() {
    pool.accept(data());
  }
}
