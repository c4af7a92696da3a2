package io.keyreel.workflow;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Tasks to make out of recordings.
 *
 * @param videos all of the project that can be watched, when absent
 */
public record CutRequest(
    @Nullable List<UUID> videos,
    Cut cut,
    @Nullable Integer priority,
    @Nullable Instant dueAt,
    @Nullable List<String> tags,
    @Nullable String skill) {

  TaskPlan plan() {
    return new TaskPlan(
        Objects.requireNonNullElse(priority, 0),
        dueAt,
        Objects.requireNonNullElse(tags, List.of()),
        skill);
  }
}
