package io.keyreel.analytics;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Marks of days that are to be counted anew. Setting a mark locks it, so that nobody counts the day
 * before what was marked is committed.
 */
@Repository
class StaleDayStore {
  private final JdbcClient jdbc;

  StaleDayStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  record PersonDay(UUID user, LocalDate day) {}

  /** Just after midnight the day before may get longer, too. */
  void markActivity(UUID user, List<Instant> times) {
    List<LocalDate> days =
        times.stream()
            .flatMap(at -> List.of(at, at.minus(ActiveTimes.CUT_OFF)).stream())
            .map(at -> at.atOffset(ZoneOffset.UTC).toLocalDate())
            .distinct()
            .sorted()
            .toList();
    jdbc.sql(
            """
            insert into analytics_stale_days (user_id, day)
            select :user, d from unnest(:days::date[]) as d
            on conflict (user_id, day) do update set touched = analytics_stale_days.touched + 1
            """)
        .param("user", user)
        .param("days", Arrays.of(days.stream()))
        .update();
  }

  /** The people behind changes of a label set, and whoever was at a task when it moved. */
  void markChanges(UUID labelSet, long after, long upTo) {
    jdbc.sql(
            """
            insert into analytics_stale_days (user_id, day)
            select distinct m.user_id, (m.at at time zone 'UTC')::date
            from (
              select author as user_id, at from changes
              where label_set_id = :set and seq > :after and seq <= :upTo and author is not null
              union
              select author, at - :cutOff * interval '1 second' from changes
              where label_set_id = :set and seq > :after and seq <= :upTo and author is not null
              union
              select a.user_id, a.at from changes c
                join activity a on a.task_id = c.task_id and a.at >= c.at - interval '1 hour'
              where c.label_set_id = :set and c.seq > :after and c.seq <= :upTo and c.kind = 'task'
            ) m
            order by 1, 2
            on conflict (user_id, day) do update set touched = analytics_stale_days.touched + 1
            """)
        .param("set", labelSet)
        .param("after", after)
        .param("upTo", upTo)
        .param("cutOff", ActiveTimes.CUT_OFF.toSeconds())
        .update();
  }

  /** Takes a mark away; one that somebody sets right now is passed over. */
  @Transactional(propagation = Propagation.MANDATORY)
  Optional<PersonDay> take() {
    return jdbc.sql(
            """
            with next as materialized (
              select user_id, day from analytics_stale_days limit 1 for update skip locked
            )
            delete from analytics_stale_days s using next
            where s.user_id = next.user_id and s.day = next.day
            returning s.user_id, s.day
            """)
        .query((row, n) ->
            new PersonDay(row.getObject(1, UUID.class), row.getObject(2, LocalDate.class)))
        .optional();
  }
}
