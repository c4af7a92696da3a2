package io.keyreel.workflow;

import io.keyreel.kernel.UserError;
import java.util.Map;

/** A choice of tasks that somebody keeps under a name. */
public record SavedFilter(String name, Map<String, String> filter) {
  public SavedFilter {
    name = name == null ? "" : name.strip();
    if (name.isEmpty() || name.length() > 60) {
      throw new UserError.Invalid("A filter needs a name of 1 to 60 characters.");
    }
    filter = filter == null ? Map.of() : Map.copyOf(filter);
    if (filter.size() > 20 || filter.values().stream().anyMatch(value -> value.length() > 200)) {
      throw new UserError.Invalid("This filter is too long to keep.");
    }
  }
}
