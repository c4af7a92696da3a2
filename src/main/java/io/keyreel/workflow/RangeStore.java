package io.keyreel.workflow;

import io.keyreel.kernel.FrameRange;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The frames of a recording's tasks. */
@Repository
class RangeStore {
  private static final String EXISTING =
      """
      select t.id, t.number, t.from_frame, t.to_frame,
        t.state <> 'OPEN' or t.stage_kind <> 'LABEL' or t.round > 1 or t.labeler is not null
        or exists (select from transitions x where x.task_id = t.id)
        or exists (select from notes n where n.task_id = t.id)
        or exists (select from changes c where c.label_set_id = t.label_set_id
             and c.task_id = t.id and c.kind not in ('task', 'proposals', 'run')) as begun
      from tasks t
      where t.video_id = :video and t.parent_id is null
      order by t.from_frame, t.to_frame
      """;

  private final JdbcClient jdbc;

  RangeStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A task as it lies over the recording.
   *
   * @param begun whether somebody has done anything with it
   */
  record Existing(UUID id, long number, FrameRange frames, boolean begun) {}

  List<Existing> ofVideo(UUID video) {
    return existing(EXISTING, video);
  }

  @Transactional(propagation = Propagation.MANDATORY)
  List<Existing> lockVideo(UUID video) {
    return existing(EXISTING + "for no key update of t", video);
  }

  private List<Existing> existing(String sql, UUID video) {
    return jdbc.sql(sql)
        .param("video", video)
        .query((row, n) ->
            new Existing(
                row.getObject("id", UUID.class),
                row.getLong("number"),
                new FrameRange(row.getInt("from_frame"), row.getInt("to_frame")),
                row.getBoolean("begun")))
        .list();
  }

  @Transactional(propagation = Propagation.MANDATORY)
  void reshape(UUID task, FrameRange frames, Workflow workflow, TaskPlan plan, Instant now) {
    jdbc.sql(
            """
            update tasks set from_frame = :from, to_frame = :to, workflow_version = :workflow,
              stage = :stage, stage_kind = :kind, priority = :priority, due_at = :due,
              tags = :tags, skill = :skill, version = version + 1, updated_at = :now
            where id = :id
            """)
        .param("from", frames.from())
        .param("to", frames.to())
        .param("workflow", workflow.version())
        .param("stage", workflow.first().id())
        .param("kind", workflow.first().kind().name())
        .param("priority", plan.priority())
        .param("due", at(plan.dueAt()))
        .param("tags", plan.tags().toArray(String[]::new))
        .param("skill", plan.skill())
        .param("now", at(now))
        .param("id", task)
        .update();
  }

  /** Only for a task that nobody has begun. */
  @Transactional(propagation = Propagation.MANDATORY)
  void remove(UUID task) {
    for (String table : List.of("notifications", "activity", "presence")) {
      jdbc.sql("delete from " + table + " where task_id = :task").param("task", task).update();
    }
    jdbc.sql("delete from tasks where id = :task").param("task", task).update();
  }

  private static @Nullable OffsetDateTime at(@Nullable Instant time) {
    return time == null ? null : time.atOffset(ZoneOffset.UTC);
  }
}
