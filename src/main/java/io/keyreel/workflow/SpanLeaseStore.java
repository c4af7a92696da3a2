package io.keyreel.workflow;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class SpanLeaseStore {
  private final JdbcClient jdbc;

  SpanLeaseStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** False when somebody else has it, or the task is in another project. */
  boolean take(UUID project, QueuedSpan span, UUID user, Instant now, Instant until) {
    return jdbc.sql(
                """
                insert into span_leases as l (task_id, track_id, from_frame, to_frame, user_id, until)
                select t.id, :track, :from, :to, :user, :until from tasks t
                where t.id = :task and t.project_id = :project
                  and not exists (select from span_leases o where o.task_id = t.id
                    and o.track_id = :track and o.from_frame < :to and o.to_frame > :from
                    and o.user_id <> :user and o.until > :now)
                on conflict (task_id, track_id, from_frame) do update set
                  to_frame = excluded.to_frame, user_id = excluded.user_id, until = excluded.until
                where l.user_id = excluded.user_id or l.until <= :now
                """)
            .param("project", project)
            .param("task", span.task().id())
            .param("track", span.track())
            .param("from", span.from())
            .param("to", span.to())
            .param("user", user)
            .param("now", now.atOffset(ZoneOffset.UTC))
            .param("until", until.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }
}
