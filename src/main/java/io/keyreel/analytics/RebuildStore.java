package io.keyreel.analytics;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Empties the read models. */
@Repository
class RebuildStore {
  private final JdbcClient jdbc;

  RebuildStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Transactional
  public void forget() {
    jdbc.sql(
            """
            truncate analytics_sets, analytics_active, analytics_work, analytics_corrections,
              analytics_accepted, analytics_visits, analytics_blocks, analytics_frames,
              analytics_tracks, analytics_stale_blocks, analytics_looks, analytics_twins
            """)
        .update();
    jdbc.sql(
            """
            insert into analytics_stale_days (user_id, day)
            select distinct user_id, (at at time zone 'UTC')::date from activity
            on conflict (user_id, day) do update set touched = analytics_stale_days.touched + 1
            """)
        .update();
  }
}
