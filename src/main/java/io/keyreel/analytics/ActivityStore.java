package io.keyreel.analytics;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ActivityStore {
  private final JdbcClient jdbc;

  ActivityStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  record Row(UUID id, Instant at, @Nullable Integer frame) {}

  /** Rows that are there already stay as they are. */
  void insert(UUID task, UUID user, List<Row> rows) {
    jdbc.sql(
            """
            insert into activity (id, user_id, task_id, at, frame)
            select r.id, :user, :task, r.at, r.frame
            from unnest(:ids::uuid[], :times::timestamptz[], :frames::int[]) as r (id, at, frame)
            on conflict (id) do nothing
            """)
        .param("user", user)
        .param("task", task)
        .param("ids", Arrays.of(rows.stream().map(Row::id)))
        .param("times", Arrays.of(rows.stream().map(Row::at)))
        .param("frames", Arrays.of(rows.stream().map(Row::frame)))
        .update();
  }
}
