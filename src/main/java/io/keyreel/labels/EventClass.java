package io.keyreel.labels;

import java.util.List;

/** What an interval on the timeline can be. */
public record EventClass(String id, String name, String color, List<Attribute> attributes) {
  public EventClass {
    attributes = attributes == null ? List.of() : List.copyOf(attributes);
  }
}
