package io.keyreel.media.decode;

/** Takes the frames of a decode, in order. */
public interface FrameSink {
  /** A decode begins; what an earlier, abandoned one gave is void. */
  void begin();

  void accept(DecodedFrame frame);
}
