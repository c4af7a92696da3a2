package io.keyreel.workflow;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class LeaseStore {
  private final JdbcClient jdbc;

  LeaseStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void seen(UUID task, UUID user, int frame, int pending, Instant now) {
    jdbc.sql(
            """
            insert into task_leases as l (task_id, user_id, frame, pending, active_at)
            select id, :user, :frame, :pending, :now from tasks
            where id = :task and assignee = :user
            on conflict (task_id) do update set
              active_at = case
                when l.user_id <> excluded.user_id or l.frame <> excluded.frame
                  or excluded.pending > 0 then excluded.active_at
                else l.active_at end,
              user_id = excluded.user_id, frame = excluded.frame, pending = excluded.pending
            """)
        .param("task", task)
        .param("user", user)
        .param("frame", frame)
        .param("pending", pending)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  /** Held tasks whose holder has done nothing, or had them, for longer than the stage allows. */
  List<UUID> idle(Instant now) {
    return jdbc.sql(
            """
            select t.id
            from tasks t
            join workflows w
              on w.project_id = t.project_id and w.version = t.workflow_version
            cross join lateral (
              select make_interval(mins => (s -> 'rules' ->> 'idleMinutes')::int) as idle,
                     make_interval(mins => (s -> 'rules' ->> 'limitMinutes')::int) as most
              from jsonb_array_elements(w.stages) s where s ->> 'id' = t.stage
            ) stage
            left join task_leases l on l.task_id = t.id and l.user_id = t.assignee
            where t.state = 'IN_PROGRESS' and coalesce(l.pending, 0) = 0
              and ((t.updated_at < :now - stage.idle
                  and coalesce(l.active_at, t.updated_at) < :now - stage.idle
                  and not exists (select from changes c where c.label_set_id = t.label_set_id
                    and c.task_id = t.id and c.author = t.assignee and c.at >= :now - stage.idle))
                or (select max(x.at) from transitions x where x.task_id = t.id
                    and x.action in ('claim', 'assign')) < :now - stage.most)
              and not exists (select from keyframes k where k.label_set_id = t.label_set_id
                and k.draft and k.author = t.assignee
                and k.frame >= t.from_frame and k.frame < t.to_frame)
            order by t.updated_at limit 500
            """)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .query(UUID.class)
        .list();
  }
}
