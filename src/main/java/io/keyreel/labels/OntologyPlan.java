package io.keyreel.labels;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Classes as they should be.
 *
 * @param successors for classes that go, which class their tracks get, by ids
 */
public record OntologyPlan(Ontology ontology, @Nullable Map<String, String> successors) {
  public OntologyPlan {
    successors = successors == null ? Map.of() : Map.copyOf(successors);
  }
}
