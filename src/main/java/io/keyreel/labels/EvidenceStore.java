package io.keyreel.labels;

import io.keyreel.kernel.FrameRange;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class EvidenceStore {
  private final JdbcClient jdbc;

  EvidenceStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Evidence.Standing> before(UUID labelSet, UUID track, Slot slot, int frame, long seq) {
    return jdbc.sql(
            """
            select p.run_id, p.engine, p.from_frame, p.shapes,
                   p.confidence[:frame - p.from_frame + 1] as confidence
            from proposals p
            where p.label_set_id = :set and p.track_id = :track and p.slot = :slot
              and p.from_frame <= :frame and p.to_frame > :frame
              and exists (
                select from changes c
                where c.label_set_id = :set and c.seq < :seq
                  and c.subject = 'proposals:' || p.run_id || '/' || p.track_id || '/' || p.from_frame)
            order by p.generation desc limit 1
            """)
        .param("set", labelSet)
        .param("track", track)
        .param("slot", slot.name())
        .param("frame", frame)
        .param("seq", seq)
        .query((row, n) ->
            new Evidence.Standing(
                row.getObject("run_id", UUID.class),
                row.getString("engine"),
                row.getFloat("confidence"),
                ChunkPacking.unpack(Objects.requireNonNull(row.getBytes("shapes")))
                    .get(frame - row.getInt("from_frame"))))
        .optional();
  }

  List<Evidence.Sure> accepted(UUID run, UUID track, long generation, FrameRange range) {
    return jdbc.sql(
            """
            select p.engine, array(
              select p.confidence[i] from generate_subscripts(p.confidence, 1) i
              where p.from_frame + i - 1 >= :from and p.from_frame + i - 1 < :to
                and p.visibility[i] <> :absent
              order by i) as confidence
            from proposals p
            where p.run_id = :run and p.track_id = :track and p.generation = :generation
              and p.from_frame < :to and p.to_frame > :from
            order by p.from_frame
            """)
        .param("run", run)
        .param("track", track)
        .param("generation", generation)
        .param("from", range.from())
        .param("to", range.to())
        .param("absent", Visibility.ABSENT.ordinal())
        .query(EvidenceStore::sure)
        .list();
  }

  /** Whether a person drew on a chunk's frames or accepted some of them, ever. */
  boolean bears(UUID labelSet, StoredChunk chunk) {
    return jdbc.sql(
            """
            select exists (
              select from generate_series(:from, :to - 1) f
              join changes c on c.label_set_id = :set
                and c.subject = 'keyframe:' || :track || '/' || :slot || '/' || f)
              or exists (
              select from changes c
              where c.label_set_id = :set and c.kind = 'acceptance.put'
                and c.after->>'run' = :run and c.after->>'track' = :track
                and (c.after->>'from')::int < :to and (c.after->>'to')::int > :from)
            """)
        .param("set", labelSet)
        .param("track", chunk.track().toString())
        .param("slot", chunk.slot().name())
        .param("run", chunk.run().toString())
        .param("from", chunk.frames().from())
        .param("to", chunk.frames().to())
        .query(Boolean.class)
        .single();
  }

  private static Evidence.Sure sure(ResultSet row, int n) throws SQLException {
    Array array = row.getArray("confidence");
    Object[] values = (Object[]) array.getArray();
    float[] confidence = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      confidence[i] = ((Number) values[i]).floatValue();
    }
    return new Evidence.Sure(row.getString("engine"), confidence);
  }
}
