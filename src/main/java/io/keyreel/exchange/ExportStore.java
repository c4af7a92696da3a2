package io.keyreel.exchange;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ExportStore {
  private static final String SELECT =
      """
      select e.*, s.number as snapshot
      from exports e left join snapshots s on s.id = e.snapshot_id
      """;

  private final JdbcClient jdbc;

  ExportStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(
      UUID id,
      UUID project,
      ExportFormat format,
      SnapshotHead.Scope scope,
      boolean images,
      UUID author,
      Instant now) {
    jdbc.sql(
            """
            insert into exports (id, project_id, format, scope, images, state, author, created_at)
            values (:id, :project, :format, :scope, :images, 'QUEUED', :author, :now)
            """)
        .param("id", id)
        .param("project", project)
        .param("format", format.code())
        .param("scope", scope.name())
        .param("images", images)
        .param("author", author)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  void setJob(UUID id, UUID job) {
    jdbc.sql("update exports set job_id = :job where id = :id")
        .param("job", job)
        .param("id", id)
        .update();
  }

  /** False when it is done or was given up. */
  boolean start(UUID id) {
    return jdbc.sql(
                """
                update exports set state = 'RUNNING', error = null
                where id = :id and state in ('QUEUED', 'RUNNING')
                """)
            .param("id", id)
            .update()
        == 1;
  }

  Optional<UUID> snapshotOf(UUID id) {
    return jdbc.sql("select snapshot_id from exports where id = :id and snapshot_id is not null")
        .param("id", id)
        .query(UUID.class)
        .optional();
  }

  void setSnapshot(UUID id, UUID snapshot) {
    jdbc.sql("update exports set snapshot_id = :snapshot where id = :id and snapshot_id is null")
        .param("snapshot", snapshot)
        .param("id", id)
        .update();
  }

  /** Makes the file visible. */
  boolean finish(UUID id, ExportObjects.Written file, List<String> losses, Instant now) {
    return jdbc.sql(
                """
                update exports set state = 'DONE', size_bytes = :size, sha256 = :sha256,
                  losses = :losses::jsonb, finished_at = :now
                where id = :id and state = 'RUNNING'
                """)
            .param("size", file.size())
            .param("sha256", file.sha256())
            .param("losses", ShapeJson.MAPPER.writeValueAsString(losses))
            .param("now", now.atOffset(ZoneOffset.UTC))
            .param("id", id)
            .update()
        == 1;
  }

  void fail(UUID id, String error, Instant now) {
    jdbc.sql(
            """
            update exports set state = 'FAILED', error = :error, finished_at = :now
            where id = :id and state in ('QUEUED', 'RUNNING')
            """)
        .param("error", error)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("id", id)
        .update();
  }

  Optional<Export> find(UUID id) {
    return jdbc.sql(SELECT + "where e.id = :id")
        .param("id", id)
        .query((row, n) -> export(row))
        .optional();
  }

  List<Export> ofProject(UUID project, int limit) {
    return jdbc.sql(
            SELECT
                + """
                where e.project_id = :project
                order by e.created_at desc, e.id desc limit :limit
                """)
        .param("project", project)
        .param("limit", limit)
        .query((row, n) -> export(row))
        .list();
  }

  long count(UUID project) {
    return jdbc.sql("select count(*) from exports where project_id = :project")
        .param("project", project)
        .query(Long.class)
        .single();
  }

  private static Export export(ResultSet row) throws SQLException {
    byte[] hash = row.getBytes("sha256");
    return new Export(
        row.getObject("id", UUID.class),
        row.getObject("project_id", UUID.class),
        row.getString("format"),
        row.getString("scope").toLowerCase(Locale.ROOT),
        row.getBoolean("images"),
        row.getString("state"),
        row.getString("state").equals("DONE") ? 1 : 0,
        row.getObject("snapshot", Integer.class),
        row.getObject("size_bytes", Long.class),
        hash == null ? null : HexFormat.of().formatHex(hash),
        Arrays.asList(ShapeJson.MAPPER.readValue(row.getString("losses"), String[].class)),
        row.getString("error"),
        row.getObject("job_id", UUID.class),
        row.getObject("author", UUID.class),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        instant(row.getObject("finished_at", OffsetDateTime.class)));
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }
}
