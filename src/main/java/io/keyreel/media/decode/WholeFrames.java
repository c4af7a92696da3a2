package io.keyreel.media.decode;

import java.io.IOException;
import java.io.InputStream;

/** Reads frames of a known size from a pipe. */
final class WholeFrames {
  /**
   * What a pipe holds. The JDK allocates as many bytes outside the heap as a read asks for, each
   * time: asking for a whole frame, of which a pipe gives so much, costs more than the reading.
   */
  private static final int PIPE_BYTES = 1 << 16;

  private WholeFrames() {}

  /** Fills the array; false when the stream ends before. */
  static boolean read(InputStream in, byte[] frame) throws IOException {
    int filled = 0;
    while (filled < frame.length) {
      int read = in.read(frame, filled, Math.min(PIPE_BYTES, frame.length - filled));
      if (read < 0) {
        return false;
      }
      filled += read;
    }
    return true;
  }
}
