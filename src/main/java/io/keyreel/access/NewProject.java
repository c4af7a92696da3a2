package io.keyreel.access;

import org.jspecify.annotations.Nullable;

/**
 * A project to be made.
 *
 * @param template the name of the ontology and workflow it starts from; "segmentation" when absent
 */
public record NewProject(String name, @Nullable String description, @Nullable String template) {
  public static final String DEFAULT_TEMPLATE = "segmentation";
}
