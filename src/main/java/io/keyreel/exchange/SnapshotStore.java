package io.keyreel.exchange;

import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
class SnapshotStore {
  private final JdbcClient jdbc;

  SnapshotStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Snapshot> find(UUID id) {
    return jdbc.sql("select id, content::text from snapshots where id = :id")
        .param("id", id)
        .query((row, n) -> snapshot(row.getObject(1, UUID.class), row.getString(2)))
        .optional();
  }

  Optional<Snapshot> find(UUID project, String fingerprint) {
    return jdbc.sql(
            """
            select id, content::text from snapshots
            where project_id = :project and fingerprint = :fingerprint
            """)
        .param("project", project)
        .param("fingerprint", fingerprint)
        .query((row, n) -> snapshot(row.getObject(1, UUID.class), row.getString(2)))
        .optional();
  }

  /** The project's next number, nobody else's until the transaction ends. */
  @Transactional(propagation = Propagation.MANDATORY)
  int nextNumber(UUID project) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended('snapshots ' || :project, 0))::text")
        .param("project", project.toString())
        .query(String.class)
        .optional();
    return jdbc.sql(
            "select coalesce(max(number), 0) + 1 from snapshots where project_id = :project")
        .param("project", project)
        .query(Integer.class)
        .single();
  }

  @Transactional(propagation = Propagation.MANDATORY)
  void insert(Snapshot snapshot, String fingerprint, UUID author) {
    jdbc.sql(
            """
            insert into snapshots
              (id, project_id, number, fingerprint, content, author, created_at)
            values (:id, :project, :number, :fingerprint, :content::jsonb, :author, :at)
            """)
        .param("id", snapshot.id())
        .param("project", snapshot.head().project())
        .param("number", snapshot.head().number())
        .param("fingerprint", fingerprint)
        .param("content", ShapeJson.MAPPER.writeValueAsString(snapshot.head()))
        .param("author", author)
        .param("at", snapshot.head().createdAt().atOffset(ZoneOffset.UTC))
        .update();
  }

  private static Snapshot snapshot(UUID id, String content) {
    return new Snapshot(id, ShapeJson.MAPPER.readValue(content, SnapshotHead.class));
  }
}
