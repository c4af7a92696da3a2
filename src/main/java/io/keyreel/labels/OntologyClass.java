package io.keyreel.labels;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a track can be.
 *
 * @param kind {@code thing} or {@code stuff}
 * @param color {@code #rrggbb}
 * @param key the digit that picks it, if any
 */
public record OntologyClass(
    String id,
    String name,
    String kind,
    String color,
    @Nullable String key,
    List<Attribute> attributes) {
  public OntologyClass {
    attributes = attributes == null ? List.of() : List.copyOf(attributes);
  }
}
