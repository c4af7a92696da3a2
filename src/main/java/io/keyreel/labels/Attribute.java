package io.keyreel.labels;

import java.util.List;

/**
 * Something to be told about a track or its frames.
 *
 * @param scope {@code track} or {@code frame}
 * @param type {@code text}, {@code select}, {@code checkbox} or {@code number}
 * @param values the choices of a {@code select}
 */
public record Attribute(
    String id, String name, String scope, String type, List<String> values, boolean required) {
  public Attribute {
    values = values == null ? List.of() : List.copyOf(values);
  }
}
