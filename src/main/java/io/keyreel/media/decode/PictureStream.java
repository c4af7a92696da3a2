package io.keyreel.media.decode;

import java.io.IOException;

/** The pictures that come out of a child. */
interface PictureStream extends AutoCloseable {
  /** Reads the next picture; false after the last one. */
  boolean read() throws IOException, InterruptedException;

  /** The picture that was read, as a frame. */
  DecodedFrame frame(int number, FrameTimeLines.Line time);

  @Override
  void close() throws IOException;
}
