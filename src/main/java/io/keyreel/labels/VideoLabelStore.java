package io.keyreel.labels;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds labels by video. */
@Repository
class VideoLabelStore {
  private final JdbcClient jdbc;

  VideoLabelStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  int tracks(UUID video) {
    return jdbc.sql(
            """
            select count(*) from tracks t join label_sets s on s.id = t.label_set_id
            where s.video_id = :video and not t.deleted
            """)
        .param("video", video)
        .query(Integer.class)
        .single();
  }

  /** Makes edits wait until the transaction ends. */
  List<UUID> lockSets(UUID video) {
    return jdbc.sql("select id from label_sets where video_id = :video order by id for update")
        .param("video", video)
        .query(UUID.class)
        .list();
  }
}
