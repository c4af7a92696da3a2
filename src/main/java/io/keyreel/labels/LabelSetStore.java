package io.keyreel.labels;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class LabelSetStore {
  private final JdbcClient jdbc;

  LabelSetStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<LabelSet> find(UUID id) {
    return jdbc.sql("select id, project_id, video_id, kind, seq from label_sets where id = :id")
        .param("id", id)
        .query(LabelSetStore::labelSet)
        .optional();
  }

  Optional<LabelSet> truthOf(UUID video) {
    return jdbc.sql(
            """
            select id, project_id, video_id, kind, seq
            from label_sets where video_id = :video and kind = 'TRUTH'
            """)
        .param("video", video)
        .query(LabelSetStore::labelSet)
        .optional();
  }

  void insertTruth(UUID id, UUID project, UUID video, Instant now) {
    jdbc.sql(
            """
            insert into label_sets (id, project_id, video_id, kind, created_at)
            values (:id, :project, :video, 'TRUTH', :now)
            on conflict (video_id) where kind = 'TRUTH' do nothing
            """)
        .param("id", id)
        .param("project", project)
        .param("video", video)
        .param("now", Timestamp.from(now))
        .update();
  }

  void insertCopy(UUID id, UUID project, UUID video, Instant now) {
    jdbc.sql(
            """
            insert into label_sets (id, project_id, video_id, kind, created_at)
            values (:id, :project, :video, 'COPY', :now)
            """)
        .param("id", id)
        .param("project", project)
        .param("video", video)
        .param("now", Timestamp.from(now))
        .update();
  }

  /** Makes edits of the label set serial until the transaction ends. */
  Optional<LockedSet> lock(UUID id) {
    return jdbc.sql(
            """
            select s.id, s.project_id, s.video_id, s.seq, v.width, v.height, v.frame_count
            from label_sets s join videos v on v.id = s.video_id
            where s.id = :id for update of s
            """)
        .param("id", id)
        .query((row, n) ->
            new LockedSet(
                row.getObject("id", UUID.class),
                row.getObject("project_id", UUID.class),
                row.getObject("video_id", UUID.class),
                row.getInt("width"),
                row.getInt("height"),
                row.getInt("frame_count")))
        .optional();
  }

  long nextSeq(UUID id) {
    return jdbc.sql("update label_sets set seq = seq + 1 where id = :id returning seq")
        .param("id", id)
        .query(Long.class)
        .single();
  }

  private static LabelSet labelSet(ResultSet row, int n) throws SQLException {
    return new LabelSet(
        row.getObject("id", UUID.class),
        row.getObject("project_id", UUID.class),
        row.getObject("video_id", UUID.class),
        LabelSet.Kind.valueOf(row.getString("kind")),
        row.getLong("seq"));
  }
}
