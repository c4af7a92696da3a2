package io.keyreel.labels;

import io.keyreel.geometry.Shape;
import io.keyreel.kernel.FrameRange;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class KeyframeStore {
  private static final String COLUMNS =
      """
      select k.track_id, k.frame, k.slot, k.shape::text as shape, k.z, k.draft, k.version,
             k.author, k.updated_at
      from keyframes k
      """;

  private final JdbcClient jdbc;
  private final Json json;

  KeyframeStore(JdbcClient jdbc, Json json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** Those of living tracks in the range. */
  List<Keyframe> in(UUID labelSet, FrameRange range) {
    return jdbc.sql(
            COLUMNS
                + """
                join tracks t on t.id = k.track_id and not t.deleted
                where k.label_set_id = :set and k.frame >= :from and k.frame < :to
                order by k.track_id, k.slot, k.frame
                """)
        .param("set", labelSet)
        .param("from", range.from())
        .param("to", range.to())
        .query(this::keyframe)
        .list();
  }

  /** The nearest ones of each track and interpolating slot just outside the range. */
  List<Keyframe> around(UUID labelSet, FrameRange range) {
    return jdbc.sql(
            COLUMNS
                + """
                join tracks t on t.id = k.track_id and not t.deleted
                join (
                  select track_id, slot, max(frame) as frame from keyframes
                  where label_set_id = :set and slot <> 'MASK' and frame < :from
                  group by track_id, slot
                  union all
                  select track_id, slot, min(frame) from keyframes
                  where label_set_id = :set and slot <> 'MASK' and frame >= :to
                  group by track_id, slot
                ) near on near.track_id = k.track_id and near.slot = k.slot and near.frame = k.frame
                """)
        .param("set", labelSet)
        .param("from", range.from())
        .param("to", range.to())
        .query(this::keyframe)
        .list();
  }

  /** The masks and polygons of living tracks on all frames. */
  List<Keyframe> masks(UUID labelSet) {
    return jdbc.sql(
            COLUMNS
                + """
                join tracks t on t.id = k.track_id and not t.deleted
                where k.label_set_id = :set and k.slot = 'MASK'
                order by k.track_id, k.frame
                """)
        .param("set", labelSet)
        .query(this::keyframe)
        .list();
  }

  Optional<Keyframe> find(UUID track, Slot slot, int frame) {
    return jdbc.sql(COLUMNS + "where k.track_id = :track and k.slot = :slot and k.frame = :frame")
        .param("track", track)
        .param("slot", slot.name())
        .param("frame", frame)
        .query(this::keyframe)
        .optional();
  }

  boolean insert(UUID labelSet, Keyframe keyframe) {
    return bind(
                """
                insert into keyframes (label_set_id, track_id, frame, slot, shape, z, draft,
                                       version, author, updated_at)
                values (:set, :track, :frame, :slot, :shape::jsonb, :z, :draft,
                        :version, :author, :at)
                on conflict do nothing
                """,
                keyframe)
            .param("set", labelSet)
            .update()
        == 1;
  }

  boolean update(Keyframe keyframe, long base) {
    return bind(
                """
                update keyframes
                set shape = :shape::jsonb, z = :z, draft = :draft, version = :version,
                    author = :author, updated_at = :at
                where track_id = :track and slot = :slot and frame = :frame and version = :base
                """,
                keyframe)
            .param("base", base)
            .update()
        == 1;
  }

  boolean delete(Keyframe keyframe) {
    return jdbc.sql(
                """
                delete from keyframes
                where track_id = :track and slot = :slot and frame = :frame and version = :base
                """)
            .param("track", keyframe.track())
            .param("slot", keyframe.slot().name())
            .param("frame", keyframe.frame())
            .param("base", keyframe.version())
            .update()
        == 1;
  }

  private JdbcClient.StatementSpec bind(String sql, Keyframe keyframe) {
    return jdbc.sql(sql)
        .param("track", keyframe.track())
        .param("frame", keyframe.frame())
        .param("slot", keyframe.slot().name())
        .param("shape", json.write(keyframe.shape()))
        .param("z", keyframe.z())
        .param("draft", keyframe.draft())
        .param("version", keyframe.version())
        .param("author", keyframe.author())
        .param("at", Timestamp.from(keyframe.updatedAt()));
  }

  private Keyframe keyframe(ResultSet row, int n) throws SQLException {
    return new Keyframe(
        row.getObject("track_id", UUID.class),
        row.getInt("frame"),
        Slot.valueOf(row.getString("slot")),
        json.read(row.getString("shape"), Shape.class),
        row.getObject("z", Integer.class),
        row.getBoolean("draft"),
        row.getLong("version"),
        row.getObject("author", UUID.class),
        row.getTimestamp("updated_at").toInstant());
  }
}
