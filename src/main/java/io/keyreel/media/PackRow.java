package io.keyreel.media;

/**
 * A frame pack and the frame index of its frames.
 *
 * @param first the number of its first frame
 * @param times of its frames
 */
record PackRow(
    int pack,
    int first,
    String fullKey,
    long fullSize,
    String previewKey,
    long previewSize,
    FrameTimes times) {
  int count() {
    return times.count();
  }
}
