package io.keyreel.media.decode;

import io.keyreel.vision.Image;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Pictures that FFmpeg converted to BGR, with the hashes of what they were before. */
final class ConvertedStream implements PictureStream {
  private final FrameHashes hashes;
  private final InputStream in;
  private final int width;
  private final int height;
  private final FramePool pool;
  private byte[] picture = {};
  private byte[] hash = {};

  private ConvertedStream(FrameHashes hashes, InputStream in, MediaInfo info) {
    this.hashes = hashes;
    this.in = in;
    this.width = info.width();
    this.height = info.height();
    this.pool = new FramePool(3 * width * height);
  }

  static ConvertedStream of(InputStream planes, Path pictures, MediaInfo info) throws IOException {
    FrameHashes hashes = FrameHashes.of(planes, info.frameBytes());
    try {
      return new ConvertedStream(hashes, new FileInputStream(pictures.toFile()), info);
    } catch (IOException e) {
      hashes.close();
      throw e;
    }
  }

  @Override
  public boolean read() throws IOException, InterruptedException {
    picture = pool.take();
    boolean whole = WholeFrames.read(in, picture);
    byte @Nullable [] next = hashes.next();
    hash = next == null ? hash : next;
    return whole && next != null;
  }

  @Override
  public DecodedFrame frame(int number, FrameTimeLines.Line time) {
    return DecodedFrame.of(
        number, time, new Image(width, height, 3, picture), hash, pool::giveBack);
  }

  @Override
  public void close() throws IOException {
    hashes.close();
    in.close();
  }
}
