package io.keyreel.media;

/** The size of the small pictures: at most 480 lines, never grown. */
record Preview(int width, int height) {
  private static final int LINES = 480;

  static Preview of(int width, int height) {
    if (height <= LINES) {
      return new Preview(width, height);
    }
    // An even width: colour is kept at half of it.
    int half = (int) Math.round((double) width * LINES / height / 2);
    return new Preview(Math.max(2, 2 * half), LINES);
  }
}
