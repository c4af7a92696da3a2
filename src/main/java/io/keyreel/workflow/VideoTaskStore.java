package io.keyreel.workflow;

import io.keyreel.media.VideoUse;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts tasks by video. */
@Repository
class VideoTaskStore {
  private final JdbcClient jdbc;

  VideoTaskStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  VideoUse use(UUID video) {
    return jdbc.sql(
            """
            select count(*) as tasks, count(*) filter (where state = 'APPROVED') as approved
            from tasks where video_id = :video
            """)
        .param("video", video)
        .query((row, n) -> new VideoUse(row.getInt("tasks"), row.getInt("approved"), 0))
        .single();
  }
}
