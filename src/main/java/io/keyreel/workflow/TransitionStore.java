package io.keyreel.workflow;

import io.keyreel.kernel.FrameRange;
import io.keyreel.kernel.Ids;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The moves of tasks, on record. */
@Repository
class TransitionStore {
  private final JdbcClient jdbc;
  private final JsonMapper json;

  TransitionStore(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** Where a task stood, as it is kept with a move. */
  private record Stood(
      String stage,
      String state,
      int round,
      @Nullable UUID assignee,
      @Nullable UUID labeler,
      @Nullable UUID reviewer) {
    static Stood of(Task task) {
      return new Stood(
          task.stage().id(),
          task.state().code(),
          task.round(),
          task.state().assignee().orElse(null),
          task.labeler(),
          task.reviewer());
    }
  }

  @Transactional(propagation = Propagation.MANDATORY)
  void record(Task before, Task after, String action, UUID author, String reason, Instant now) {
    jdbc.sql(
            """
            insert into transitions
              (id, task_id, action, from_stage, to_stage, author, reason, at, before)
            values (:id, :task, :action, :from, :to, :author, :reason, :now, :before::jsonb)
            """)
        .param("id", Ids.next())
        .param("task", before.id())
        .param("action", action)
        .param("from", before.stage().id())
        .param("to", after.stage().id())
        .param("author", author)
        .param("reason", reason)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("before", json.writeValueAsString(Stood.of(before)))
        .update();
  }

  /** Where the task stood before the last move to another stage that nobody has taken back. */
  Optional<Earlier> earlier(Task task) {
    return jdbc.sql(
            """
            select id, before::text as before, at from transitions
            where task_id = :task and undone_by is null and before is not null
              and action in ('submit', 'approve', 'return', 'reopen')
            order by at desc, id desc limit 1
            """)
        .param("task", task.id())
        .query((row, n) -> {
          Stood stood = json.readValue(row.getString("before"), Stood.class);
          Stage stage = task.workflow().stage(stood.stage());
          return new Earlier(
              row.getObject("id", UUID.class),
              TaskState.of(stood.state(), stage, stood.assignee()),
              stood.round(),
              stood.labeler(),
              stood.reviewer(),
              row.getObject("at", OffsetDateTime.class).toInstant());
        })
        .optional();
  }

  void takeBack(UUID move, UUID by) {
    jdbc.sql("update transitions set undone_by = :by where id = :id")
        .param("by", by)
        .param("id", move)
        .update();
  }

  /** Whether labels of the set were edited after a moment. */
  boolean editedSince(UUID labelSet, Instant then) {
    return jdbc.sql(
            """
            select exists (select from changes where label_set_id = :set and applied
              and kind not in ('task', 'note', 'run', 'proposals') and at > :then)
            """)
        .param("set", labelSet)
        .param("then", then.atOffset(ZoneOffset.UTC))
        .query(Boolean.class)
        .single();
  }

  /** Whether somebody held a task, or edited its labels, at any time before now. */
  boolean had(Task task, UUID user) {
    return jdbc.sql(
            """
            select exists (select from transitions
                where task_id = :task and (before ->> 'assignee')::uuid = :user)
              or exists (select from changes
                where label_set_id = :set and task_id = :task and author = :user
                  and applied and op_id is not null)
            """)
        .param("task", task.id())
        .param("set", task.labelSet())
        .param("user", user)
        .query(Boolean.class)
        .single();
  }

  /** How many frames of a task somebody drew on since it was last handed in. */
  int drawnBy(Task task, UUID user) {
    FrameRange frames = task.frames();
    return jdbc.sql(
            """
            select count(distinct split_part(c.subject, '/', 3)) from changes c
            where c.label_set_id = :set and c.author = :user and c.applied
              and c.kind in ('keyframe.put', 'keyframe.delete')
              and split_part(c.subject, '/', 3)::int >= :from
              and split_part(c.subject, '/', 3)::int < :to
              and c.at > coalesce((select max(at) from transitions
                where task_id = :task and action = 'submit' and undone_by is null), '-infinity')
            """)
        .param("set", task.labelSet())
        .param("user", user)
        .param("from", frames.from())
        .param("to", frames.to())
        .param("task", task.id())
        .query(Integer.class)
        .single();
  }

  /** How many of the last tasks that somebody handed in were decided on, and how many returned. */
  Record record(UUID project, UUID labeler, int last) {
    return jdbc.sql(
            """
            select count(*), count(*) filter (where action = 'return') from (
              select x.action from transitions x join tasks t on t.id = x.task_id
              where t.project_id = :project and x.action in ('approve', 'return')
                and x.undone_by is null and (x.before ->> 'labeler')::uuid = :labeler
              order by x.at desc limit :last) decided
            """)
        .param("project", project)
        .param("labeler", labeler)
        .param("last", last)
        .query((row, n) -> new Record(row.getInt(1), row.getInt(2)))
        .single();
  }

  record Record(int decided, int returned) {}
}
