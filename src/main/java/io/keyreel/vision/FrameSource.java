package io.keyreel.vision;

/** Decoded frames of a video by number. {@link #frame} may be called from several threads. */
public interface FrameSource {
  int width();

  int height();

  int frameCount();

  /** Frame {@code number} in BGR. */
  Image frame(int number);
}
