package io.keyreel.analytics;

import java.sql.Array;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Repository
class LookStore {
  private final JdbcClient jdbc;

  LookStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  record Recording(UUID video, UUID project) {}

  /** One that is ready and was not looked at; the project's are compared one after the other. */
  @Transactional(propagation = Propagation.MANDATORY)
  Optional<Recording> next() {
    Optional<Recording> found =
        jdbc.sql(
                """
                select v.id, v.project_id from videos v
                where v.state = 'READY'
                  and exists (select from frame_packs p where p.video_id = v.id)
                  and not exists (select from analytics_looks l where l.video_id = v.id)
                order by v.created_at limit 1 for no key update of v skip locked
                """)
            .query((row, n) ->
                new Recording(row.getObject(1, UUID.class), row.getObject(2, UUID.class)))
            .optional();
    found.ifPresent(recording ->
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:key, 0))::text")
            .param("key", "looks:" + recording.project())
            .query(String.class)
            .single());
    return found;
  }

  Map<UUID, long[]> others(Recording video) {
    Map<UUID, long[]> others = new HashMap<>();
    jdbc.sql("select video_id, hashes from analytics_looks where project_id = ?")
        .params(video.project())
        .query(row -> {
          others.put(row.getObject(1, UUID.class), longs(row.getArray(2)));
        });
    return others;
  }

  void twins(UUID video, UUID other, int shared) {
    jdbc.sql(
            """
            insert into analytics_twins (video_id, other_id, shared) values (?, ?, ?)
            on conflict (video_id, other_id) do update set shared = excluded.shared
            """)
        .params(video, other, shared)
        .update();
  }

  void put(Recording video, long[] hashes) {
    jdbc.sql(
            """
            insert into analytics_looks (video_id, project_id, hashes)
            values (:video, :project, :hashes::bigint[])
            """)
        .param("video", video.video())
        .param("project", video.project())
        .param("hashes", io.keyreel.analytics.Arrays.of(Arrays.stream(hashes).boxed()))
        .update();
  }

  private static long[] longs(Array array) throws SQLException {
    return Arrays.stream((Long[]) array.getArray()).mapToLong(Long::longValue).toArray();
  }
}
