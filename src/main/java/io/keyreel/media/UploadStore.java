package io.keyreel.media;

import io.keyreel.media.storage.StoredPart;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Rows of uploads: what has arrived, and in which parts it lies in the object store. */
@Component
class UploadStore {
  /**
   * @param collection the object store's word for the parts
   */
  record Row(Upload upload, String collection, List<StoredPart> parts) {
    /** Where the parts end and the tail begins. */
    long partsEnd() {
      return parts.stream().mapToLong(StoredPart::size).sum();
    }
  }

  private static final TypeReference<List<StoredPart>> PARTS = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final JsonMapper json;

  UploadStore(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  void insert(Upload upload, String name, String collection, Instant now) {
    jdbc.sql(
            """
            insert into uploads (id, video_id, project_id, user_id, file_name, length,
                                 store_upload, created_at, active_at)
            values (:id, :video, :project, :user, :name, :length, :collection, :now, :now)
            """)
        .param("id", upload.id())
        .param("video", upload.video())
        .param("project", upload.project())
        .param("user", upload.user())
        .param("name", name)
        .param("length", upload.length())
        .param("collection", collection)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  Optional<Row> find(UUID id) {
    return jdbc.sql("select * from uploads where id = :id")
        .param("id", id)
        .query(this::row)
        .optional();
  }

  /** Those that have arrived but were cut off before their ingest was queued. */
  List<Row> arrived() {
    return jdbc.sql("select * from uploads where received = length and finished_at is null")
        .query(this::row)
        .list();
  }

  /** Those that nothing came for since then, and that are not whole. */
  List<UUID> idleSince(Instant then) {
    return jdbc.sql(
            """
            select id from uploads
            where finished_at is null and received < length and active_at < :then
            order by active_at
            """)
        .param("then", then.atOffset(ZoneOffset.UTC))
        .query(UUID.class)
        .list();
  }

  /** Holds the row, if nothing came meanwhile, until the transaction ends. */
  Optional<Row> lockIdle(UUID id, Instant then) {
    return jdbc.sql(
            """
            select * from uploads
            where id = :id and finished_at is null and received < length and active_at < :then
            for update
            """)
        .param("id", id)
        .param("then", then.atOffset(ZoneOffset.UTC))
        .query(this::row)
        .optional();
  }

  /** Whether an unfinished upload collects its parts under this word. */
  boolean collects(String collection) {
    return jdbc.sql(
            """
            select exists (
              select from uploads where store_upload = :collection and finished_at is null)
            """)
        .param("collection", collection)
        .query(Boolean.class)
        .single();
  }

  /** Answers false when somebody else has written meanwhile. */
  boolean advance(Row old, List<StoredPart> parts, long received, Instant now) {
    return jdbc.sql(
                """
                update uploads
                set parts = cast(:parts as jsonb), received = :received, active_at = :now
                where id = :id and received = :old and finished_at is null
                """)
            .param("id", old.upload().id())
            .param("parts", json.writeValueAsString(parts))
            .param("received", received)
            .param("now", now.atOffset(ZoneOffset.UTC))
            .param("old", old.upload().received())
            .update()
        == 1;
  }

  boolean finish(UUID id, Instant now) {
    return jdbc.sql("update uploads set finished_at = :now where id = :id and finished_at is null")
            .param("id", id)
            .param("now", now.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  private Row row(ResultSet row, int number) throws SQLException {
    Upload upload =
        new Upload(
            row.getObject("id", UUID.class),
            row.getObject("video_id", UUID.class),
            row.getObject("project_id", UUID.class),
            row.getObject("user_id", UUID.class),
            row.getLong("length"),
            row.getLong("received"),
            row.getObject("finished_at") != null,
            row.getObject("active_at", OffsetDateTime.class).toInstant());
    return new Row(
        upload, row.getString("store_upload"), json.readValue(row.getString("parts"), PARTS));
  }
}
