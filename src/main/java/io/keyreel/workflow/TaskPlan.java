package io.keyreel.workflow;

import io.keyreel.kernel.UserError;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When a task is to be done, and by whom it can be.
 *
 * @param priority larger comes first
 * @param skill what its holder must be good at; anyone when absent
 */
public record TaskPlan(
    int priority, @Nullable Instant dueAt, List<String> tags, @Nullable String skill) {
  public static final TaskPlan NONE = new TaskPlan(0, null, List.of(), null);

  private static final int LARGEST = 1000;
  private static final int MOST_TAGS = 20;

  public TaskPlan {
    tags = Words.clean(tags);
    skill = skill == null || skill.isBlank() ? null : Words.clean(skill);
    if (Math.abs(priority) > LARGEST) {
      throw new UserError.Invalid(
          "A priority lies between -%d and %d; choose one in between.".formatted(LARGEST, LARGEST));
    }
    if (tags.size() > MOST_TAGS) {
      throw new UserError.Invalid(
          "A task has at most %d tags; leave some out.".formatted(MOST_TAGS));
    }
  }
}
