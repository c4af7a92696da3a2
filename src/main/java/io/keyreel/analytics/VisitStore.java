package io.keyreel.analytics;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class VisitStore {
  private final JdbcClient jdbc;

  VisitStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What a task's visits are made of. */
  record Origin(UUID task, Instant createdAt, String stage) {}

  /** Tasks of which changes of a label set tell. */
  List<UUID> moved(UUID labelSet, long after, long upTo) {
    return jdbc.sql(
            """
            select distinct task_id from changes
            where label_set_id = :set and seq > :after and seq <= :upTo and kind = 'task'
              and task_id is not null
            """)
        .param("set", labelSet)
        .param("after", after)
        .param("upTo", upTo)
        .query(UUID.class)
        .list();
  }

  /** Tasks that nothing is known of yet. */
  List<UUID> unknown(int limit) {
    return jdbc.sql(
            """
            select t.id from tasks t
            where not exists (select from analytics_visits v where v.task_id = t.id)
            limit :limit
            """)
        .param("limit", limit)
        .query(UUID.class)
        .list();
  }

  /** Holds the task so that no two workers write its visits at a time. */
  Origin origin(UUID task) {
    return jdbc.sql("select id, created_at, stage from tasks where id = :task for key share")
        .param("task", task)
        .query((row, n) ->
            new Origin(
                row.getObject(1, UUID.class), row.getTimestamp(2).toInstant(), row.getString(3)))
        .single();
  }

  List<Visit.Step> steps(UUID task) {
    return jdbc.sql(
            """
            select action, from_stage, to_stage, author, reason, at,
              undone_by is not null as taken_back
            from transitions
            where task_id = :task order by at, id
            """)
        .param("task", task)
        .query(VisitStore::step)
        .list();
  }

  void replace(UUID task, List<Visit> visits) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:key, 0))::text")
        .param("key", "visits:" + task)
        .query(String.class)
        .single();
    jdbc.sql("delete from analytics_visits where task_id = :task").param("task", task).update();
    for (int n = 0; n < visits.size(); n++) {
      insert(task, n, visits.get(n));
    }
  }

  private void insert(UUID task, int number, Visit visit) {
    jdbc.sql(
            """
            insert into analytics_visits (task_id, number, project_id, stage, stage_kind, entered_at,
              taken_at, left_at, left_by, left_action, reason, previous, frames, micros)
            select t.id, :number, t.project_id, :stage,
              coalesce((select s->>'kind' from workflows w, jsonb_array_elements(w.stages) s
                where w.project_id = t.project_id and w.version = t.workflow_version
                  and s->>'id' = :stage), ''),
              :entered, :taken, :left, :by, :action, :reason, :previous,
              t.to_frame - t.from_frame,
              coalesce(round(v.duration_us::numeric * (t.to_frame - t.from_frame)
                / nullif(v.frame_count, 0)), 0)
            from tasks t join videos v on v.id = t.video_id where t.id = :task
            """)
        .param("task", task)
        .param("number", number)
        .param("stage", visit.stage())
        .param("entered", visit.enteredAt().atOffset(ZoneOffset.UTC))
        .param("taken", utc(visit.takenAt()))
        .param("left", utc(visit.leftAt()))
        .param("by", visit.leftBy())
        .param("action", visit.leftAction())
        .param("reason", visit.reason())
        .param("previous", visit.previous())
        .update();
  }

  private static @Nullable Object utc(@Nullable Instant time) {
    return time == null ? null : time.atOffset(ZoneOffset.UTC);
  }

  private static Visit.Step step(ResultSet row, int n) throws SQLException {
    return new Visit.Step(
        row.getString("action"),
        row.getString("from_stage"),
        row.getString("to_stage"),
        row.getObject("author", UUID.class),
        row.getString("reason"),
        row.getTimestamp("at").toInstant(),
        row.getBoolean("taken_back"));
  }
}
