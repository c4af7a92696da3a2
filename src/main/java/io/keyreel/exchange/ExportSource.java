package io.keyreel.exchange;

import java.io.IOException;

/** What a format writes: one snapshot, and the pictures of its frames. */
interface ExportSource {
  SnapshotHead head();

  /** Every frame of every clip in order; each call starts again from the first. */
  void frames(FrameConsumer consumer) throws IOException;

  byte[] jpeg(Clip clip, int frame) throws IOException;

  @FunctionalInterface
  interface FrameConsumer {
    void accept(Clip clip, LabelledFrame frame) throws IOException;
  }
}
