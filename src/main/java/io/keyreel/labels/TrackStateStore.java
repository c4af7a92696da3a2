package io.keyreel.labels;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class TrackStateStore {
  private static final String COLUMNS =
      """
      select s.track_id, s.frame, s.visibility, s.reason, s.truncated,
             s.attributes::text as attributes, s.version, s.author, s.updated_at
      from track_states s
      """;

  private final JdbcClient jdbc;
  private final Json json;

  TrackStateStore(JdbcClient jdbc, Json json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** Those of living tracks before a frame, in order of frames. */
  List<TrackState> before(UUID labelSet, int to) {
    return jdbc.sql(
            COLUMNS
                + """
                join tracks t on t.id = s.track_id and not t.deleted
                where s.label_set_id = :set and s.frame < :to
                order by s.track_id, s.frame
                """)
        .param("set", labelSet)
        .param("to", to)
        .query(this::state)
        .list();
  }

  Optional<TrackState> find(UUID track, int frame) {
    return jdbc.sql(COLUMNS + "where s.track_id = :track and s.frame = :frame")
        .param("track", track)
        .param("frame", frame)
        .query(this::state)
        .optional();
  }

  boolean insert(UUID labelSet, TrackState state) {
    return bind(
                """
                insert into track_states (label_set_id, track_id, frame, visibility, reason,
                                          truncated, attributes, version, author, updated_at)
                values (:set, :track, :frame, :visibility, :reason,
                        :truncated, :attributes::jsonb, :version, :author, :at)
                on conflict do nothing
                """,
                state)
            .param("set", labelSet)
            .update()
        == 1;
  }

  boolean update(TrackState state, long base) {
    return bind(
                """
                update track_states
                set visibility = :visibility, reason = :reason, truncated = :truncated,
                    attributes = :attributes::jsonb, version = :version, author = :author,
                    updated_at = :at
                where track_id = :track and frame = :frame and version = :base
                """,
                state)
            .param("base", base)
            .update()
        == 1;
  }

  boolean delete(TrackState state) {
    return jdbc.sql(
                """
                delete from track_states
                where track_id = :track and frame = :frame and version = :base
                """)
            .param("track", state.track())
            .param("frame", state.frame())
            .param("base", state.version())
            .update()
        == 1;
  }

  private JdbcClient.StatementSpec bind(String sql, TrackState state) {
    return jdbc.sql(sql)
        .param("track", state.track())
        .param("frame", state.frame())
        .param("visibility", name(state.visibility()))
        .param("reason", name(state.reason()))
        .param("truncated", state.truncated())
        .param("attributes", json.write(state.attributes()))
        .param("version", state.version())
        .param("author", state.author())
        .param("at", Timestamp.from(state.updatedAt()));
  }

  private TrackState state(ResultSet row, int n) throws SQLException {
    String visibility = row.getString("visibility");
    String reason = row.getString("reason");
    return new TrackState(
        row.getObject("track_id", UUID.class),
        row.getInt("frame"),
        visibility == null ? null : Visibility.valueOf(visibility),
        reason == null ? null : AbsenceReason.valueOf(reason),
        row.getObject("truncated", Boolean.class),
        json.map(row.getString("attributes")),
        row.getLong("version"),
        row.getObject("author", UUID.class),
        row.getTimestamp("updated_at").toInstant());
  }

  private static @Nullable String name(@Nullable Enum<?> value) {
    return value == null ? null : value.name();
  }
}
