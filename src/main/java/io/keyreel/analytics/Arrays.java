package io.keyreel.analytics;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Array literals of values that need no quotes. */
final class Arrays {
  private Arrays() {}

  static String of(Stream<? extends @Nullable Object> values) {
    return values
        .map(value -> value == null ? "null" : value.toString())
        .collect(Collectors.joining(",", "{", "}"));
  }
}
