package io.keyreel.media.decode;

import io.keyreel.vision.ColourMatrix;
import io.keyreel.vision.Planes;
import java.io.IOException;
import java.io.InputStream;

/** Pictures as they were decoded: all else is made of these. */
final class PlaneStream implements PictureStream {
  private final InputStream in;
  private final int width;
  private final int height;
  private final ColourMatrix colours;
  private final FramePool pool;
  private byte[] picture = {};

  PlaneStream(InputStream in, int width, int height, ColourMatrix colours) {
    this.in = in;
    this.width = width;
    this.height = height;
    this.colours = colours;
    this.pool = new FramePool(Planes.bytes(width, height));
  }

  @Override
  public boolean read() throws IOException {
    picture = pool.take();
    return WholeFrames.read(in, picture);
  }

  @Override
  public DecodedFrame frame(int number, FrameTimeLines.Line time) {
    return DecodedFrame.of(
        number, time, new Planes(width, height, colours, picture), pool::giveBack);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
