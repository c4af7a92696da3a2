package io.keyreel.workflow;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which tasks of a project to list; what is absent does not narrow.
 *
 * @param state OPEN, IN_PROGRESS or APPROVED
 * @param text part of the recording's name, or the task's number
 * @param dueBefore not done and due before this moment
 * @param limit at most this many, from {@code offset} on
 */
public record TaskQuery(
    @Nullable String stage,
    @Nullable String state,
    @Nullable UUID assignee,
    @Nullable UUID video,
    @Nullable String text,
    @Nullable String tag,
    @Nullable Instant dueBefore,
    Order order,
    int offset,
    int limit) {
  public static final TaskQuery ALL = new TaskQuery(null, null, null, null, 0, 200);

  /** How a list is sorted; the number decides between equals. */
  public enum Order {
    NUMBER("t.number"),
    NUMBER_DOWN("t.number desc"),
    PRIORITY("t.priority desc"),
    DUE("t.due_at nulls last"),
    CHANGED("t.updated_at desc"),
    CHANGED_UP("t.updated_at"),
    STAGE("t.stage"),
    ROUND("t.round desc");

    final String sql;

    Order(String sql) {
      this.sql = sql;
    }
  }

  public TaskQuery {
    offset = Math.max(0, offset);
    limit = Math.clamp(limit, 1, 1000);
    text = text == null || text.isBlank() ? null : text.strip();
    tag = tag == null || tag.isBlank() ? null : tag.strip();
  }

  public TaskQuery(
      @Nullable String stage,
      @Nullable String state,
      @Nullable UUID assignee,
      @Nullable UUID video,
      int offset,
      int limit) {
    this(stage, state, assignee, video, null, null, null, Order.NUMBER, offset, limit);
  }

  public TaskQuery page(int from, int most, Order by) {
    return new TaskQuery(stage, state, assignee, video, text, tag, dueBefore, by, from, most);
  }

  public TaskQuery at(String wanted) {
    return new TaskQuery(
        wanted, state, assignee, video, text, tag, dueBefore, order, offset, limit);
  }
}
