package io.keyreel.workflow;

import io.keyreel.kernel.UserError;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What to do to several tasks; what is absent stays as it is.
 *
 * @param assignee who should have them now
 * @param release takes them from whoever has them
 * @param noDueAt takes the date away
 */
public record BulkChange(
    List<UUID> tasks,
    @Nullable UUID assignee,
    @Nullable Boolean release,
    @Nullable Integer priority,
    @Nullable Instant dueAt,
    @Nullable Boolean noDueAt,
    @Nullable List<String> addTags,
    @Nullable List<String> removeTags,
    @Nullable String skill) {
  private static final int MOST = 10_000;

  public BulkChange {
    tasks = tasks == null ? List.of() : List.copyOf(new LinkedHashSet<>(tasks));
    if (tasks.isEmpty() || tasks.size() > MOST) {
      throw new UserError.Invalid("Choose 1 to %d tasks.".formatted(MOST));
    }
  }

  /** What came of it. */
  public record Outcome(int changed, List<Refused> refused) {}

  /** A task that stays as it was, and why. */
  public record Refused(UUID task, String message) {}

  boolean releases() {
    return Boolean.TRUE.equals(release);
  }

  private boolean takesDateAway() {
    return Boolean.TRUE.equals(noDueAt);
  }

  boolean plans() {
    return priority != null
        || dueAt != null
        || takesDateAway()
        || addTags != null
        || removeTags != null
        || skill != null;
  }

  TaskChange upon(Task task) {
    Set<String> tags = new LinkedHashSet<>(task.plan().tags());
    tags.addAll(Words.clean(Objects.requireNonNullElse(addTags, List.of())));
    Words.clean(Objects.requireNonNullElse(removeTags, List.of())).forEach(tags::remove);
    Instant due = takesDateAway() ? null : dueAt == null ? task.dueAt() : dueAt;
    return new TaskChange(task.version(), priority, due, List.copyOf(tags), skill);
  }
}
