package io.keyreel.analytics;

import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What machines were sure of, and what people then made of it. */
@Repository
class TrustStore {
  private final JdbcClient jdbc;

  TrustStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  record Bin(WorkStore.Key key, String engine, int bin) {}

  /** Frames, and the sum of their confidence in millionths. */
  record Sum(long frames, long confidence) {
    Sum plus(Sum other) {
      return new Sum(frames + other.frames, confidence + other.confidence);
    }
  }

  void correction(UUID labelSet, UUID project, Deed deed, String engine, int confidence, int iou) {
    jdbc.sql(
            """
            insert into analytics_corrections (label_set_id, seq, project_id, task_id, track_id,
              frame, user_id, day, class_id, engine, confidence, iou)
            values (:set, :seq, :project, :task, :track, :frame, :user, :day, :class, :engine,
              :confidence, :iou)
            """)
        .param("set", labelSet)
        .param("seq", deed.seq())
        .param("project", project)
        .param("task", deed.task())
        .param("track", deed.track())
        .param("frame", deed.frame())
        .param("user", deed.person())
        .param("day", deed.day())
        .param("class", deed.classId())
        .param("engine", engine)
        .param("confidence", confidence)
        .param("iou", iou)
        .update();
  }

  void accepted(UUID labelSet, UUID project, Map<Bin, Sum> bins) {
    bins.forEach((bin, sum) ->
        jdbc.sql(
                """
                insert into analytics_accepted as a (label_set_id, task_id, user_id, day, class_id,
                  engine, bin, project_id, frames, confidence)
                values (:set, :task, :user, :day, :class, :engine, :bin, :project, :frames, :confidence)
                on conflict (label_set_id, task_id, user_id, day, class_id, engine, bin) do update set
                  frames = a.frames + excluded.frames, confidence = a.confidence + excluded.confidence
                """)
            .param("set", labelSet)
            .param("task", bin.key().task())
            .param("user", bin.key().person())
            .param("day", bin.key().day())
            .param("class", bin.key().classId())
            .param("engine", bin.engine())
            .param("bin", bin.bin())
            .param("project", project)
            .param("frames", sum.frames())
            .param("confidence", sum.confidence())
            .update());
  }
}
