package io.keyreel.api;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which bytes of a file a request wants.
 *
 * @param last is among them
 */
record ByteRange(long first, long last) {
  private static final Pattern SINGLE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

  /**
   * All of it where no range is named, or several; null where the one named lies outside.
   *
   * @param header the request's Range
   */
  static @Nullable ByteRange of(@Nullable String header, long size) {
    Matcher single = SINGLE.matcher(header == null ? "" : header.strip());
    if (!single.matches() || single.group().equals("bytes=-")) {
      return new ByteRange(0, size - 1);
    }
    boolean suffix = single.group(1).isEmpty();
    long first =
        suffix
            ? Math.max(0, size - Long.parseLong(single.group(2)))
            : Long.parseLong(single.group(1));
    long last =
        suffix || single.group(2).isEmpty()
            ? size - 1
            : Math.min(size - 1, Long.parseLong(single.group(2)));
    return first > last ? null : new ByteRange(first, last);
  }

  long length() {
    return last - first + 1;
  }

  boolean whole(long size) {
    return length() == size;
  }

  /** As the answer's Content-Range. */
  String of(long size) {
    return "bytes %d-%d/%d".formatted(first, last, size);
  }
}
