package io.keyreel.workflow;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which tasks of a project to list; what is absent does not narrow.
 *
 * @param state OPEN, IN_PROGRESS or APPROVED
 * @param limit at most this many, from {@code offset} on
 */
public record TaskQuery(
    @Nullable String stage,
    @Nullable String state,
    @Nullable UUID assignee,
    @Nullable UUID video,
    int offset,
    int limit) {
  public static final TaskQuery ALL = new TaskQuery(null, null, null, null, 0, 200);

  public TaskQuery {
    offset = Math.max(0, offset);
    limit = Math.clamp(limit, 1, 1000);
  }
}
