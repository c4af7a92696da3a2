package io.keyreel.workflow;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class NotificationStore {
  private final JdbcClient jdbc;

  NotificationStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(UUID user, Notification n) {
    jdbc.sql(
            """
            insert into notifications (id, user_id, project_id, task_id, kind, body, created_at)
            values (:id, :user, :project, :task, :kind, :body, :at)
            """)
        .param("id", n.id())
        .param("user", user)
        .param("project", n.project())
        .param("task", n.task())
        .param("kind", n.kind())
        .param("body", n.body())
        .param("at", n.createdAt().atOffset(ZoneOffset.UTC))
        .update();
  }

  List<Notification> of(UUID user, int limit) {
    return jdbc.sql(
            """
            select * from notifications where user_id = :user
            order by created_at desc, id desc limit :limit
            """)
        .param("user", user)
        .param("limit", limit)
        .query((row, n) -> notification(row))
        .list();
  }

  /** False when nothing of this kind is unread. */
  boolean reword(UUID user, UUID task, String kind, String body) {
    return jdbc.sql(
                """
                update notifications set body = :body
                where user_id = :user and task_id = :task and kind = :kind and read_at is null
                """)
            .param("body", body)
            .param("user", user)
            .param("task", task)
            .param("kind", kind)
            .update()
        > 0;
  }

  int unread(UUID user) {
    return jdbc.sql("select count(*) from notifications where user_id = :user and read_at is null")
        .param("user", user)
        .query(Integer.class)
        .single();
  }

  /** False when it is not this person's. */
  boolean read(UUID id, UUID user, Instant now) {
    return jdbc.sql(
                """
                update notifications set read_at = coalesce(read_at, :now)
                where id = :id and user_id = :user
                """)
            .param("id", id)
            .param("user", user)
            .param("now", now.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  void readAll(UUID user, Instant now) {
    jdbc.sql("update notifications set read_at = :now where user_id = :user and read_at is null")
        .param("user", user)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  private static Notification notification(ResultSet row) throws SQLException {
    OffsetDateTime read = row.getObject("read_at", OffsetDateTime.class);
    return new Notification(
        row.getObject("id", UUID.class),
        row.getString("kind"),
        row.getString("body"),
        row.getObject("project_id", UUID.class),
        row.getObject("task_id", UUID.class),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        read == null ? null : read.toInstant());
  }
}
