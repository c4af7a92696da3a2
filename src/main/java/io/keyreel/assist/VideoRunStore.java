package io.keyreel.assist;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds runs by video. */
@Repository
class VideoRunStore {
  private final JdbcClient jdbc;

  VideoRunStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<UUID> activeJobs(UUID video) {
    return jdbc.sql(
            """
            select r.job_id from runs r join label_sets s on s.id = r.label_set_id
            where s.video_id = :video and r.state in ('QUEUED', 'RUNNING') and r.job_id is not null
            """)
        .param("video", video)
        .query(UUID.class)
        .list();
  }
}
