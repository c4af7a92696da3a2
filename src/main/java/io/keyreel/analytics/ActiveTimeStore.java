package io.keyreel.analytics;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ActiveTimeStore {
  private final JdbcClient jdbc;

  ActiveTimeStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void recount(UUID user, LocalDate day) {
    jdbc.sql("delete from analytics_active where user_id = :user and day = :day")
        .param("user", user)
        .param("day", day)
        .update();
    jdbc.sql(
            """
            with moments as (
              select task_id, at from changes
              where author = :user and task_id is not null
                and (op_id is not null or kind in ('task', 'note'))
                and at >= :day::timestamp at time zone 'UTC'
                and at <= (:day::timestamp + interval '1 day') at time zone 'UTC'
                          + :cutOff * interval '1 second'
              union
              select task_id, at from activity
              where user_id = :user
                and at >= :day::timestamp at time zone 'UTC'
                and at <= (:day::timestamp + interval '1 day') at time zone 'UTC'
                          + :cutOff * interval '1 second'
            ), gaps as (
              select task_id, at, lead(at) over (order by at, task_id) - at as gap from moments
            )
            insert into analytics_active (user_id, day, task_id, stage, project_id, micros, moments)
            select :user, :day, g.task_id, stage_at(g.task_id, g.at), t.project_id,
                   coalesce(sum((extract(epoch from g.gap) * 1000000)::bigint)
                     filter (where g.gap <= :cutOff * interval '1 second'), 0),
                   count(*)
            from gaps g join tasks t on t.id = g.task_id
            where g.at < (:day::timestamp + interval '1 day') at time zone 'UTC'
            group by g.task_id, stage_at(g.task_id, g.at), t.project_id
            """)
        .param("user", user)
        .param("day", day)
        .param("cutOff", ActiveTimes.CUT_OFF.toSeconds())
        .update();
  }

  List<UUID> projects(UUID user, LocalDate day) {
    return jdbc.sql(
            """
            select distinct project_id from analytics_active where user_id = :user and day = :day
            """)
        .param("user", user)
        .param("day", day)
        .query(UUID.class)
        .list();
  }
}
