package io.keyreel.assist;

import io.keyreel.access.Projects;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The segmenters that this server has: a project's engine where it is one, else the built-in. */
@Component
class Segmenters {
  private static final String BUILT_IN = "regions";

  private final Map<String, Segmenter> byName;
  private final Projects projects;

  Segmenters(ObjectProvider<Segmenter> segmenters, Projects projects) {
    this.byName =
        segmenters.stream().collect(Collectors.toMap(Segmenter::name, Function.identity()));
    this.projects = projects;
  }

  Segmenter of(UUID project) {
    Segmenter chosen = byName.get(projects.find(project).settings().engine());
    return chosen == null ? Objects.requireNonNull(byName.get(BUILT_IN)) : chosen;
  }
}
