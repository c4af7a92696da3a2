package io.keyreel.labels;

import io.keyreel.kernel.FrameRange;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ProposalStore {
  private final JdbcClient jdbc;

  ProposalStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** False when the run has already written this chunk. */
  boolean insert(Chunk chunk, Instant now) {
    return jdbc.sql(
                """
                insert into proposals (label_set_id, run_id, track_id, slot, from_frame, to_frame,
                                       generation, engine, shapes, confidence, visibility,
                                       mendable, created_at)
                values (:set, :run, :track, :slot, :from, :to, :generation, :engine, :shapes,
                        :confidence::real[], :visibility::smallint[], :mendable, :now)
                on conflict (run_id, track_id, from_frame) do nothing
                """)
            .param("set", chunk.labelSet())
            .param("run", chunk.run())
            .param("track", chunk.span().track())
            .param("slot", chunk.slot().name())
            .param("from", chunk.frames().from())
            .param("to", chunk.frames().to())
            .param("generation", chunk.generation())
            .param("engine", chunk.engine())
            .param("shapes", ChunkPacking.pack(chunk.shapes()))
            .param("confidence", literal(chunk.confidence()))
            .param("visibility", literal(chunk.visibility().stream().map(Visibility::ordinal)))
            .param("mendable", chunk.mendable())
            .param("now", Timestamp.from(now))
            .update()
        == 1;
  }

  boolean exist(UUID run, UUID track, long generation, FrameRange range) {
    return jdbc.sql(
            """
            select exists (
              select 1 from proposals
              where run_id = :run and track_id = :track and generation = :generation
                and from_frame < :to and to_frame > :from)
            """)
        .param("run", run)
        .param("track", track)
        .param("generation", generation)
        .param("from", range.from())
        .param("to", range.to())
        .query(Boolean.class)
        .single();
  }

  /** The frames that a run has written of a track, in order. */
  List<FrameRange> written(UUID run, UUID track) {
    return jdbc.sql(
            """
            select from_frame, to_frame from proposals
            where run_id = :run and track_id = :track order by from_frame
            """)
        .param("run", run)
        .param("track", track)
        .query((row, n) -> new FrameRange(row.getInt(1), row.getInt(2)))
        .list();
  }

  /** The chunk of a run that holds a frame. */
  Optional<StoredChunk> made(UUID run, UUID track, int frame) {
    return jdbc.sql(
            """
            select run_id, track_id, slot, from_frame, to_frame, generation, engine, shapes,
                   confidence, visibility, mendable, frozen
            from proposals
            where run_id = :run and track_id = :track and from_frame <= :frame
              and to_frame > :frame
            """)
        .param("run", run)
        .param("track", track)
        .param("frame", frame)
        .query(ProposalStore::chunk)
        .optional();
  }

  /** All generations of living tracks that reach into the range. */
  List<StoredChunk> in(UUID labelSet, FrameRange range, boolean withShapes) {
    String shapes = withShapes ? "p.shapes" : "null::bytea as shapes";
    return jdbc.sql(
            """
            select p.run_id, p.track_id, p.slot, p.from_frame, p.to_frame, p.generation, p.engine,
                   %s, p.confidence, p.visibility, p.mendable, p.frozen
            from proposals p join tracks t on t.id = p.track_id and not t.deleted
            where p.label_set_id = :set and p.from_frame < :to and p.to_frame > :from
            order by p.track_id, p.slot, p.generation, p.from_frame
            """
                .formatted(shapes))
        .param("set", labelSet)
        .param("from", range.from())
        .param("to", range.to())
        .query(ProposalStore::chunk)
        .list();
  }

  void freeze(List<StoredChunk> chunks) {
    change("update proposals p set frozen = true", chunks);
  }

  void delete(List<StoredChunk> chunks) {
    change("delete from proposals p", chunks);
  }

  private void change(String verb, List<StoredChunk> chunks) {
    String from = verb.startsWith("delete") ? " using " : " from ";
    jdbc.sql(
            verb
                + from
                + """
                unnest(:runs::uuid[], :tracks::uuid[], :froms::int[]) as c (run, track, start)
                where p.run_id = c.run and p.track_id = c.track and p.from_frame = c.start
                  and not p.frozen
                """)
        .param("runs", literal(chunks.stream().map(StoredChunk::run)))
        .param("tracks", literal(chunks.stream().map(StoredChunk::track)))
        .param("froms", literal(chunks.stream().map(chunk -> chunk.frames().from())))
        .update();
  }

  private static StoredChunk chunk(ResultSet row, int n) throws SQLException {
    return new StoredChunk(
        row.getObject("run_id", UUID.class),
        row.getObject("track_id", UUID.class),
        Slot.valueOf(row.getString("slot")),
        new FrameRange(row.getInt("from_frame"), row.getInt("to_frame")),
        row.getLong("generation"),
        row.getString("engine"),
        row.getBytes("shapes"),
        floats(row.getArray("confidence")),
        ints(row.getArray("visibility")),
        row.getInt("mendable"),
        row.getBoolean("frozen"));
  }

  private static float[] floats(Array array) throws SQLException {
    Object[] values = (Object[]) array.getArray();
    float[] result = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      result[i] = ((Number) values[i]).floatValue();
    }
    return result;
  }

  private static int[] ints(Array array) throws SQLException {
    Object[] values = (Object[]) array.getArray();
    int[] result = new int[values.length];
    for (int i = 0; i < values.length; i++) {
      result[i] = ((Number) values[i]).intValue();
    }
    return result;
  }

  private static String literal(float[] values) {
    return literal(IntStream.range(0, values.length).mapToObj(i -> values[i]));
  }

  private static String literal(Stream<?> values) {
    return values.map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
  }
}
