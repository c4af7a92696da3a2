package io.keyreel.labels;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a track can be.
 *
 * @param kind {@code thing} or {@code stuff}
 * @param color {@code #rrggbb}
 * @param key the digit that picks it, if any
 * @param skeleton its joints, if it has any
 */
public record OntologyClass(
    String id,
    String name,
    String kind,
    String color,
    @Nullable String key,
    List<Attribute> attributes,
    @Nullable Skeleton skeleton) {
  @JsonCreator
  public OntologyClass {
    attributes = attributes == null ? List.of() : List.copyOf(attributes);
  }

  public OntologyClass(
      String id,
      String name,
      String kind,
      String color,
      @Nullable String key,
      List<Attribute> attributes) {
    this(id, name, kind, color, key, attributes, null);
  }
}
