package io.keyreel.collab;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PresenceStore {
  private final JdbcClient jdbc;

  PresenceStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void put(UUID task, UUID user, int frame, @Nullable UUID track, Instant at) {
    jdbc.sql(
            """
            insert into presence (task_id, user_id, frame, track_id, at)
            values (:task, :user, :frame, :track, :at)
            on conflict (task_id, user_id)
            do update set frame = :frame, track_id = :track, at = :at
            """)
        .param("task", task)
        .param("user", user)
        .param("frame", frame)
        .param("track", track)
        .param("at", at.atOffset(ZoneOffset.UTC))
        .update();
  }

  boolean remove(UUID task, UUID user) {
    return jdbc.sql("delete from presence where task_id = ? and user_id = ?")
            .params(task, user)
            .update()
        == 1;
  }

  void removeBefore(UUID task, Instant oldest) {
    jdbc.sql("delete from presence where task_id = ? and at < ?")
        .params(task, oldest.atOffset(ZoneOffset.UTC))
        .update();
  }

  List<Person> since(UUID task, Instant oldest) {
    return jdbc.sql(
            """
            select u.id, u.name, p.frame, p.track_id
            from presence p join users u on u.id = p.user_id
            where p.task_id = ? and p.at >= ? order by u.name, u.id
            """)
        .params(task, oldest.atOffset(ZoneOffset.UTC))
        .query((rs, i) ->
            Person.of(
                rs.getObject("id", UUID.class),
                rs.getString("name"),
                rs.getInt("frame"),
                rs.getObject("track_id", UUID.class)))
        .list();
  }
}
