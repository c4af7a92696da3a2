package io.keyreel.synth;

/** What a generated clip tries out, one hardship each. */
public enum Trial {
  /** The exposure jumps from frame to frame. */
  EXPOSURE(40),
  /** A wall hides the object fully for more than two seconds at 25 frames a second. */
  OCCLUSION(120),
  /** Two objects of the same looks cross. */
  LOOKALIKES(60),
  /** A hard cut; the object goes on elsewhere. */
  CUT(60),
  /** The picture fades to black, and another one out of it. */
  FADE(60),
  /** 160×120 pixels. */
  TINY(40),
  /** JPEG at quality 8. */
  COMPRESSION(40),
  /** Fast, with an open shutter. */
  BLUR(24),
  /** The camera turns away from the object and back. */
  REENTRY(100);

  private final int frames;

  Trial(int frames) {
    this.frames = frames;
  }

  int frames() {
    return frames;
  }
}
