package io.keyreel.workflow;

import io.keyreel.kernel.UserError;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;

/** Skills for several people at once; the others that they have stay. */
public record SkillChange(List<UUID> people, List<String> add, List<String> remove) {
  private static final int MOST = 1000;

  public SkillChange {
    people = people == null ? List.of() : List.copyOf(new LinkedHashSet<>(people));
    add = add == null ? List.of() : List.copyOf(add);
    remove = remove == null ? List.of() : List.copyOf(remove);
    if (people.isEmpty() || people.size() > MOST) {
      throw new UserError.Invalid("Choose 1 to %d people.".formatted(MOST));
    }
  }
}
