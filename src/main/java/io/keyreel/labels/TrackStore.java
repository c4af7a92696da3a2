package io.keyreel.labels;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class TrackStore {
  private static final String COLUMNS =
      """
      select id, number, kind, class_id, name, color, attributes::text as attributes, z, group_id,
             deleted, version
      from tracks
      """;

  private final JdbcClient jdbc;
  private final Json json;

  TrackStore(JdbcClient jdbc, Json json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  List<Track> living(UUID labelSet) {
    return jdbc.sql(COLUMNS + "where label_set_id = :set and not deleted order by number")
        .param("set", labelSet)
        .query(this::track)
        .list();
  }

  Optional<Track> find(UUID labelSet, UUID id) {
    return jdbc.sql(COLUMNS + "where label_set_id = :set and id = :id")
        .param("set", labelSet)
        .param("id", id)
        .query(this::track)
        .optional();
  }

  boolean exists(UUID id) {
    return jdbc.sql("select exists (select 1 from tracks where id = :id)")
        .param("id", id)
        .query(Boolean.class)
        .single();
  }

  int nextNumber(UUID labelSet) {
    return jdbc.sql("select coalesce(max(number), 0) + 1 from tracks where label_set_id = :set")
        .param("set", labelSet)
        .query(Integer.class)
        .single();
  }

  void insert(UUID labelSet, Track track, UUID author, Instant now) {
    bind(
            """
            insert into tracks (id, label_set_id, number, kind, class_id, name, color, attributes,
                                z, group_id, deleted, version, created_by, created_at)
            values (:id, :set, :number, :kind, :classId, :name, :color, :attributes::jsonb,
                    :z, :group, :deleted, :version, :author, :now)
            """,
            track)
        .param("set", labelSet)
        .param("author", author)
        .param("now", Timestamp.from(now))
        .update();
  }

  /** Writes the track over its version {@code base}; false when it has another by now. */
  boolean update(Track track, long base) {
    return bind(
                """
                update tracks
                set number = :number, kind = :kind, class_id = :classId, name = :name,
                    color = :color, attributes = :attributes::jsonb, z = :z, group_id = :group,
                    deleted = :deleted, version = :version
                where id = :id and version = :base
                """,
                track)
            .param("base", base)
            .update()
        == 1;
  }

  private JdbcClient.StatementSpec bind(String sql, Track track) {
    return jdbc.sql(sql)
        .param("id", track.id())
        .param("number", track.number())
        .param("kind", track.kind().name())
        .param("classId", track.classId())
        .param("name", track.name())
        .param("color", track.color())
        .param("attributes", json.write(track.attributes()))
        .param("z", track.z())
        .param("group", track.groupId())
        .param("deleted", track.deleted())
        .param("version", track.version());
  }

  private Track track(ResultSet row, int n) throws SQLException {
    return new Track(
        row.getObject("id", UUID.class),
        row.getInt("number"),
        TrackKind.valueOf(row.getString("kind")),
        row.getString("class_id"),
        row.getString("name"),
        row.getString("color"),
        json.map(row.getString("attributes")),
        row.getInt("z"),
        row.getObject("group_id", UUID.class),
        row.getBoolean("deleted"),
        row.getLong("version"));
  }
}
