package io.keyreel.geometry;

/** Paints a mask. What is painted outside the mask is ignored. Use once. */
public final class MaskBuilder {
  private final int width;
  private final int height;
  private final long[] words;

  public MaskBuilder(int width, int height) {
    this.words = new long[Mask.wordCount(width, height)];
    this.width = width;
    this.height = height;
  }

  public MaskBuilder(Mask start) {
    this.width = start.width();
    this.height = start.height();
    this.words = start.toWords();
  }

  public MaskBuilder set(int x, int y) {
    if (x >= 0 && y >= 0 && x < width && y < height) {
      int i = y * width + x;
      words[i >> 6] |= 1L << i;
    }
    return this;
  }

  public MaskBuilder clear(int x, int y) {
    if (x >= 0 && y >= 0 && x < width && y < height) {
      int i = y * width + x;
      words[i >> 6] &= ~(1L << i);
    }
    return this;
  }

  /** Sets pixels {@code from} to {@code to} (half open) of row {@code y}, cut to the mask. */
  public MaskBuilder row(int y, int from, int to) {
    int start = Math.max(0, from);
    int end = Math.min(width, to);
    if (y >= 0 && y < height && start < end) {
      run(y * width + start, y * width + end);
    }
    return this;
  }

  /** Sets the pixels with indexes {@code from} to {@code to} (half open, {@code y * width + x}). */
  public MaskBuilder run(int from, int to) {
    if (from >= to) {
      return this;
    }
    int first = from >> 6;
    int last = (to - 1) >> 6;
    long head = -1L << from;
    long tail = -1L >>> -to;
    if (first == last) {
      words[first] |= head & tail;
    } else {
      words[first] |= head;
      for (int w = first + 1; w < last; w++) {
        words[w] = -1L;
      }
      words[last] |= tail;
    }
    return this;
  }

  public MaskBuilder paint(Mask mask, int x, int y) {
    mask.forEachRowRun((row, from, to) -> row(row + y, from + x, to + x));
    return this;
  }

  public Mask build() {
    return new Mask(width, height, words);
  }
}
