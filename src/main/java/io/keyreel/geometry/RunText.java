package io.keyreel.geometry;

import io.keyreel.kernel.UserError;
import java.util.Arrays;

/** Run lengths as text in COCO's compressed alphabet. */
final class RunText {
  private RunText() {}

  static String write(int[] counts, int length) {
    StringBuilder text = new StringBuilder(length * 2);
    for (int i = 0; i < length; i++) {
      long value = i > 2 ? (long) counts[i] - counts[i - 2] : counts[i];
      boolean more = true;
      while (more) {
        int group = (int) (value & 0x1f);
        value >>= 5;
        more = (group & 0x10) != 0 ? value != -1 : value != 0;
        text.append((char) ((more ? group | 0x20 : group) + 48));
      }
    }
    return text.toString();
  }

  /** Reads run lengths that must add up to {@code total}. */
  static int[] read(String text, int total) {
    int[] counts = new int[Math.max(4, text.length())];
    int count = 0;
    long sum = 0;
    int at = 0;
    while (at < text.length()) {
      long value = 0;
      int shift = 0;
      int group;
      do {
        if (at >= text.length() || shift > 35) {
          throw broken("ends within a number");
        }
        group = text.charAt(at++) - 48;
        if (group < 0 || group > 63) {
          throw broken("hold a character outside their alphabet");
        }
        value |= (long) (group & 0x1f) << shift;
        shift += 5;
      } while ((group & 0x20) != 0);
      if ((group & 0x10) != 0) {
        value |= -1L << shift;
      }
      if (count > 2) {
        value += counts[count - 2];
      }
      sum += value;
      if (value < 0 || sum > total) {
        throw broken("do not fit its box");
      }
      counts[count++] = (int) value;
    }
    if (sum != total) {
      throw broken("do not fill its box (%d of %d pixels)".formatted(sum, total));
    }
    return Arrays.copyOf(counts, count);
  }

  private static UserError.Invalid broken(String what) {
    return new UserError.Invalid(
        "A mask cannot be read: its run lengths " + what + "; encode it again.");
  }
}
