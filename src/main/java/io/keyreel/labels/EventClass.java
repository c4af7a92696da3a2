package io.keyreel.labels;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an interval on the timeline can be. */
public record EventClass(
    String id, String name, String color, @Nullable List<Attribute> attributes) {
  public EventClass {
    attributes = attributes == null ? List.of() : List.copyOf(attributes);
  }
}
