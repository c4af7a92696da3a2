package io.keyreel.media.decode;

/** The size of the small pictures: at most 480 lines, never grown. */
record Preview(int width, int height) {
  static final int LINES = 480;

  static Preview of(int width, int height) {
    if (height <= LINES) {
      return new Preview(width, height);
    }
    // An even width: FFmpeg scales to odd ones three times slower.
    int half = (int) Math.round((double) width * LINES / height / 2);
    return new Preview(Math.max(2, 2 * half), LINES);
  }

  /** As FFmpeg writes sizes. */
  @Override
  public String toString() {
    return width + ":" + height;
  }
}
