package io.keyreel.workflow;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class SweepStore {
  private final JdbcClient jdbc;

  SweepStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(UUID id, Task task, double speed, UUID user, Instant now) {
    jdbc.sql(
            """
            insert into sweeps (id, label_set_id, task_id, user_id, speed, started_at, updated_at)
            values (:id, :labels, :task, :user, :speed, :now, :now)
            """)
        .param("id", id)
        .param("labels", task.labelSet())
        .param("task", task.id())
        .param("user", user)
        .param("speed", speed)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  void shown(UUID id, int frames, Instant now) {
    jdbc.sql("update sweeps set frames = frames + :frames, updated_at = :now where id = :id")
        .param("frames", frames)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("id", id)
        .update();
  }

  void missed(UUID id, UUID track, int frame) {
    int fresh =
        jdbc.sql(
                """
                insert into sweep_misses (sweep_id, track_id, frame) values (:id, :track, :frame)
                on conflict do nothing
                """)
            .param("id", id)
            .param("track", track)
            .param("frame", frame)
            .update();
    jdbc.sql("update sweeps set misses = misses + :fresh where id = :id")
        .param("fresh", fresh)
        .param("id", id)
        .update();
  }

  Optional<Sweep> find(UUID id) {
    return jdbc.sql("select * from sweeps where id = :id")
        .param("id", id)
        .query(SweepStore::sweep)
        .optional();
  }

  List<Sweep> ofTask(UUID task) {
    return jdbc.sql("select * from sweeps where task_id = :task order by started_at desc")
        .param("task", task)
        .query(SweepStore::sweep)
        .list();
  }

  private static Sweep sweep(ResultSet row, int n) throws SQLException {
    return new Sweep(
        row.getObject("id", UUID.class),
        row.getObject("task_id", UUID.class),
        row.getObject("user_id", UUID.class),
        row.getDouble("speed"),
        row.getInt("frames"),
        row.getInt("misses"),
        row.getObject("started_at", OffsetDateTime.class).toInstant());
  }
}
