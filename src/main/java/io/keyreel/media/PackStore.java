package io.keyreel.media;

import java.io.ByteArrayOutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.LongStream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of frame packs, which hold the frame index. */
@Component
class PackStore {
  private static final int BATCH = 200;

  private final JdbcClient jdbc;
  private final JdbcTemplate batches;

  PackStore(JdbcClient jdbc, JdbcTemplate batches) {
    this.jdbc = jdbc;
    this.batches = batches;
  }

  void replace(UUID video, List<PackRow> packs) {
    jdbc.sql("delete from frame_packs where video_id = :video").param("video", video).update();
    batches.batchUpdate(
        """
        insert into frame_packs (video_id, pack, first_frame, frame_count, full_key, full_size,
                                 preview_key, preview_size, pts, durations, hashes)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        packs,
        BATCH,
        (row, pack) -> {
          row.setObject(1, video);
          row.setInt(2, pack.pack());
          row.setInt(3, pack.first());
          row.setInt(4, pack.count());
          row.setString(5, pack.fullKey());
          row.setLong(6, pack.fullSize());
          row.setString(7, pack.previewKey());
          row.setLong(8, pack.previewSize());
          row.setArray(9, row.getConnection().createArrayOf("int8", boxed(pack.times().pts())));
          row.setArray(
              10, row.getConnection().createArrayOf("int8", boxed(pack.times().durations())));
          row.setBytes(11, pack.times().hashes());
        });
  }

  void replace(UUID video, Energy energy) {
    jdbc.sql(
            """
            insert into frame_energy (video_id, motion, audio) values (:video, :motion, :audio)
            on conflict (video_id) do update set motion = excluded.motion, audio = excluded.audio
            """)
        .param("video", video)
        .param("motion", energy.motion())
        .param("audio", energy.audio(), Types.BINARY)
        .update();
  }

  Optional<Energy> energy(UUID video) {
    return jdbc.sql("select motion, audio from frame_energy where video_id = :video")
        .param("video", video)
        .query((row, n) -> new Energy(row.getBytes("motion"), row.getBytes("audio")))
        .optional();
  }

  private static Object[] boxed(long[] values) {
    return LongStream.of(values).boxed().toArray();
  }

  List<PackInfo> packs(UUID video) {
    return jdbc.sql(
            """
            select first_frame, frame_count, full_size, preview_size from frame_packs
            where video_id = :video order by pack
            """)
        .param("video", video)
        .query(PackStore::info)
        .list();
  }

  Optional<PackInfo> pack(UUID video, int pack) {
    return jdbc.sql(
            """
            select first_frame, frame_count, full_size, preview_size from frame_packs
            where video_id = :video and pack = :pack
            """)
        .param("video", video)
        .param("pack", pack)
        .query(PackStore::info)
        .optional();
  }

  private static PackInfo info(ResultSet row, int number) throws SQLException {
    return new PackInfo(
        row.getInt("first_frame"),
        row.getInt("frame_count"),
        row.getLong("full_size"),
        row.getLong("preview_size"));
  }

  FrameTimes times(UUID video) {
    LongStream.Builder pts = LongStream.builder();
    LongStream.Builder durations = LongStream.builder();
    ByteArrayOutputStream hashes = new ByteArrayOutputStream();
    jdbc.sql(
            """
            select pts, durations, hashes from frame_packs where video_id = :video order by pack
            """)
        .param("video", video)
        .query(row -> {
          longs(row, "pts").forEach(pts::add);
          longs(row, "durations").forEach(durations::add);
          hashes.writeBytes(row.getBytes("hashes"));
        });
    return new FrameTimes(pts.build().toArray(), durations.build().toArray(), hashes.toByteArray());
  }

  private static LongStream longs(ResultSet row, String column) throws SQLException {
    return Arrays.stream((Long[]) row.getArray(column).getArray()).mapToLong(Long::longValue);
  }
}
