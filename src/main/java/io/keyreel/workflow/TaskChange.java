package io.keyreel.workflow;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a lead plans for a task.
 *
 * @param version the version it was read at
 * @param priority larger comes first; as before when absent
 * @param dueAt when it should be done; no date when absent
 * @param tags as before when absent
 * @param skill as before when absent, none when empty
 */
public record TaskChange(
    long version,
    @Nullable Integer priority,
    @Nullable Instant dueAt,
    @Nullable List<String> tags,
    @Nullable String skill) {

  TaskPlan upon(TaskPlan before) {
    return new TaskPlan(
        Objects.requireNonNullElse(priority, before.priority()),
        dueAt,
        Objects.requireNonNullElse(tags, before.tags()),
        skill == null ? before.skill() : skill);
  }
}
