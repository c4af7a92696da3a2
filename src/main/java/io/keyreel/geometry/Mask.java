package io.keyreel.geometry;

import io.keyreel.kernel.UserError;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A set of pixels of a frame or window, as packed bits in row-major order. Immutable. */
public final class Mask {
  private static final int MAX_PIXELS = 1 << 28;

  private final int width;
  private final int height;
  private final long[] words;

  Mask(int width, int height, long[] words) {
    this.width = width;
    this.height = height;
    this.words = words;
  }

  /** Takes runs of set pixels, half open, as indexes {@code y * width + x}; they may wrap rows. */
  @FunctionalInterface
  public interface RunConsumer {
    void accept(int from, int to);
  }

  @FunctionalInterface
  public interface PixelTest {
    boolean test(int x, int y);
  }

  public static Mask empty(int width, int height) {
    return new Mask(width, height, new long[wordCount(width, height)]);
  }

  public static Mask full(int width, int height) {
    return new MaskBuilder(width, height).run(0, width * height).build();
  }

  public static Mask of(int width, int height, PixelTest test) {
    MaskBuilder builder = new MaskBuilder(width, height);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        if (test.test(x, y)) {
          builder.set(x, y);
        }
      }
    }
    return builder.build();
  }

  /** The pixels of a label image (one byte a pixel, row-major) that carry {@code value}. */
  public static Mask ofLabels(int width, int height, byte[] labels, int value) {
    if (labels.length != width * height) {
      throw new IllegalArgumentException("labels do not fill " + width + "x" + height);
    }
    long[] words = new long[wordCount(width, height)];
    byte wanted = (byte) value;
    for (int i = 0; i < labels.length; i++) {
      if (labels[i] == wanted) {
        words[i >> 6] |= 1L << i;
      }
    }
    return new Mask(width, height, words);
  }

  static int wordCount(int width, int height) {
    if (width < 0 || height < 0 || (long) width * height > MAX_PIXELS) {
      throw new UserError.Invalid(
          "A mask of %d by %d pixels is too large; at most %d pixels fit."
              .formatted(width, height, MAX_PIXELS));
    }
    return (width * height + 63) >> 6;
  }

  public int width() {
    return width;
  }

  public int height() {
    return height;
  }

  public boolean get(int x, int y) {
    if (x < 0 || y < 0 || x >= width || y >= height) {
      return false;
    }
    int i = y * width + x;
    return (words[i >> 6] >>> i & 1L) != 0;
  }

  /** The pixel at index {@code y * width + x}. */
  public boolean get(int index) {
    return (words[index >> 6] >>> index & 1L) != 0;
  }

  public int area() {
    int area = 0;
    for (long word : words) {
      area += Long.bitCount(word);
    }
    return area;
  }

  public boolean isEmpty() {
    for (long word : words) {
      if (word != 0) {
        return false;
      }
    }
    return true;
  }

  /** The tight box around the set pixels; {@link PixelBox#EMPTY} when there are none. */
  public PixelBox bounds() {
    int[] box = {width, height, -1, -1};
    forEachRowRun((y, from, to) -> {
      box[0] = Math.min(box[0], from);
      box[1] = Math.min(box[1], y);
      box[2] = Math.max(box[2], to);
      box[3] = y + 1;
    });
    return box[2] < 0
        ? PixelBox.EMPTY
        : new PixelBox(box[0], box[1], box[2] - box[0], box[3] - box[1]);
  }

  public Mask and(Mask other) {
    long[] result = sameSize(other).words.clone();
    for (int i = 0; i < result.length; i++) {
      result[i] &= words[i];
    }
    return new Mask(width, height, result);
  }

  public Mask or(Mask other) {
    long[] result = sameSize(other).words.clone();
    for (int i = 0; i < result.length; i++) {
      result[i] |= words[i];
    }
    return new Mask(width, height, result);
  }

  public Mask xor(Mask other) {
    long[] result = sameSize(other).words.clone();
    for (int i = 0; i < result.length; i++) {
      result[i] ^= words[i];
    }
    return new Mask(width, height, result);
  }

  public Mask andNot(Mask other) {
    long[] result = words.clone();
    sameSize(other);
    for (int i = 0; i < result.length; i++) {
      result[i] &= ~other.words[i];
    }
    return new Mask(width, height, result);
  }

  /** How many pixels both have. */
  public int intersection(Mask other) {
    sameSize(other);
    int count = 0;
    for (int i = 0; i < words.length; i++) {
      count += Long.bitCount(words[i] & other.words[i]);
    }
    return count;
  }

  /** How many pixels at least one has. */
  public int union(Mask other) {
    sameSize(other);
    int count = 0;
    for (int i = 0; i < words.length; i++) {
      count += Long.bitCount(words[i] | other.words[i]);
    }
    return count;
  }

  /** A window of this mask; what lies outside the mask is background. */
  public Mask crop(int x, int y, int cropWidth, int cropHeight) {
    return shifted(-x, -y, cropWidth, cropHeight);
  }

  /** This mask put with its corner at (x, y) of a larger, else empty one; what falls out is cut. */
  public Mask place(int intoWidth, int intoHeight, int x, int y) {
    return shifted(x, y, intoWidth, intoHeight);
  }

  private Mask shifted(int dx, int dy, int newWidth, int newHeight) {
    MaskBuilder builder = new MaskBuilder(newWidth, newHeight);
    forEachRowRun((y, from, to) -> builder.row(y + dy, from + dx, to + dx));
    return builder.build();
  }

  /** Rows become columns. */
  public Mask transpose() {
    long[] result = new long[words.length];
    forEachRowRun((y, from, to) -> {
      for (int x = from; x < to; x++) {
        int i = x * height + y;
        result[i >> 6] |= 1L << i;
      }
    });
    return new Mask(height, width, result);
  }

  /** Calls back for each run of set pixels, in order. */
  public void forEachRun(RunConsumer consumer) {
    int end = width * height;
    int from = next(0, end, true);
    while (from < end) {
      int to = next(from, end, false);
      consumer.accept(from, to);
      from = next(to, end, true);
    }
  }

  /** Takes the pixels {@code from} to {@code to} (half open) of row {@code y}. */
  @FunctionalInterface
  public interface RowRunConsumer {
    void accept(int y, int from, int to);
  }

  /** Calls back for each run of set pixels, cut at row ends, in order. */
  public void forEachRowRun(RowRunConsumer consumer) {
    forEachRun((from, to) -> {
      int start = from;
      while (start < to) {
        int y = start / width;
        int rowEnd = Math.min(to, (y + 1) * width);
        consumer.accept(y, start - y * width, rowEnd - y * width);
        start = rowEnd;
      }
    });
  }

  private int next(int from, int end, boolean value) {
    if (from >= end) {
      return end;
    }
    int w = from >> 6;
    long word = (value ? words[w] : ~words[w]) & (-1L << from);
    while (word == 0) {
      if (++w >= words.length) {
        return end;
      }
      word = value ? words[w] : ~words[w];
    }
    return Math.min(end, (w << 6) + Long.numberOfTrailingZeros(word));
  }

  /** Copies the packed bits, lowest bit first, row-major. */
  public long[] toWords() {
    return words.clone();
  }

  private Mask sameSize(Mask other) {
    if (other.width != width || other.height != height) {
      throw new IllegalArgumentException(
          "masks of %dx%d and %dx%d do not meet"
              .formatted(width, height, other.width, other.height));
    }
    return other;
  }

  @Override
  public boolean equals(@Nullable Object o) {
    return o instanceof Mask m
        && m.width == width
        && m.height == height
        && Arrays.equals(m.words, words);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * width + height) + Arrays.hashCode(words);
  }

  @Override
  public String toString() {
    return "Mask[%dx%d, %d set]".formatted(width, height, area());
  }
}
