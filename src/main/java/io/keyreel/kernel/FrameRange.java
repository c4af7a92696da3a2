package io.keyreel.kernel;

/**
 * A run of frames, half open: {@code from} is in it, {@code to} is not.
 *
 * @param from the first frame, 0 or more
 * @param to one past the last frame, more than {@code from}
 */
public record FrameRange(int from, int to) {
  public FrameRange {
    if (from < 0 || to <= from) {
      throw new UserError.Invalid(
          "The frame range %d to %d is empty or starts before frame 0; give a first frame below the end."
              .formatted(from, to));
    }
  }

  public int length() {
    return to - from;
  }

  public boolean contains(int frame) {
    return frame >= from && frame < to;
  }

  public boolean overlaps(FrameRange other) {
    return from < other.to && other.from < to;
  }
}
