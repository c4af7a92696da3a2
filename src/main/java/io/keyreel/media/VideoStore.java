package io.keyreel.media;

import io.keyreel.kernel.FrameRange;
import io.keyreel.media.decode.MediaInfo;
import io.keyreel.vision.Transition;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of videos and shots. */
@Component
class VideoStore {
  private static final String COLUMNS =
      """
      id, project_id, name, state, coalesce(width, 0) width, coalesce(height, 0) height,
      coalesce(frame_count, 0) frame_count, coalesce(time_base_num, 1) time_base_num,
      coalesce(time_base_den, 1) time_base_den, coalesce(duration_us, 0) duration_us, size_bytes,
      coalesce(container, '') container, coalesce(codec, '') codec,
      coalesce(pixel_format, '') pixel_format, rotation, has_audio, warning, reason, created_at\
      """;

  private final JdbcClient jdbc;

  VideoStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(UUID id, UUID project, String name, long size, UUID by, Instant now) {
    jdbc.sql(
            """
            insert into videos (id, project_id, name, state, original_key, size_bytes,
                                uploaded_by, created_at)
            values (:id, :project, :name, 'UPLOADING', :key, :size, :by, :now)
            """)
        .param("id", id)
        .param("project", project)
        .param("name", name)
        .param("key", Keys.original(id))
        .param("size", size)
        .param("by", by)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  Optional<Video> find(UUID id) {
    return jdbc.sql("select " + COLUMNS + " from videos where id = :id")
        .param("id", id)
        .query(VideoStore::video)
        .optional();
  }

  List<Video> some(UUID project, Collection<UUID> ids) {
    return jdbc.sql(
            "select " + COLUMNS + " from videos where project_id = :project and id = any (:ids)")
        .param("project", project)
        .param("ids", ids.toArray(UUID[]::new))
        .query(VideoStore::video)
        .list();
  }

  List<Video> ofProject(UUID project, VideoQuery query) {
    return jdbc.sql(
            "select "
                + COLUMNS
                + """

                from videos
                where project_id = :project
                  and (cast(:state as text) is null or state = :state)
                  and (cast(:text as text) is null
                       or position(lower(:text) in lower(name)) > 0)
                order by created_at desc, id desc limit :limit offset :offset
                """)
        .param("project", project)
        .param("state", query.state() == null ? null : query.state().name())
        .param("text", query.text())
        .param("limit", query.limit())
        .param("offset", query.offset())
        .query(VideoStore::video)
        .list();
  }

  long count(UUID project, VideoQuery query) {
    return jdbc.sql(
            """
            select count(*) from videos
            where project_id = :project
              and (cast(:state as text) is null or state = :state)
              and (cast(:text as text) is null or position(lower(:text) in lower(name)) > 0)
            """)
        .param("project", project)
        .param("state", query.state() == null ? null : query.state().name())
        .param("text", query.text())
        .query(Long.class)
        .single();
  }

  /** Answers false when the video is not in the state any more. */
  boolean move(UUID id, VideoState from, VideoState to) {
    return jdbc.sql(
                """
                update videos set state = :to, reason = null
                where id = :id and state = :from
                """)
            .param("id", id)
            .param("from", from.name())
            .param("to", to.name())
            .update()
        == 1;
  }

  boolean reject(UUID id, String reason) {
    return jdbc.sql(
                """
                update videos set state = 'REJECTED', reason = :reason
                where id = :id and state = 'INGESTING'
                """)
            .param("id", id)
            .param("reason", reason)
            .update()
        == 1;
  }

  /** Answers false when the video is not being ingested any more. */
  boolean ready(UUID id, Ingested ingested, Instant now) {
    MediaInfo info = ingested.info();
    return jdbc.sql(
                """
                update videos
                set state = 'READY', sha256 = :sha256, container = :container, codec = :codec,
                    pixel_format = :format, width = :width, height = :height,
                    rotation = :rotation, frame_count = :frames, time_base_num = :num,
                    time_base_den = :den, duration_us = :duration, has_audio = :audio,
                    warning = :warning, reason = null, ready_at = :now
                where id = :id and state = 'INGESTING'
                """)
            .param("id", id)
            .param("sha256", ingested.sha256())
            .param("container", info.container())
            .param("codec", info.codec())
            .param("format", info.pixelFormat())
            .param("width", info.width())
            .param("height", info.height())
            .param("rotation", info.rotation())
            .param("frames", ingested.frameCount())
            .param("num", info.timeBase().num())
            .param("den", info.timeBase().den())
            .param("duration", ingested.durationMicros())
            .param("audio", info.hasAudio())
            .param("warning", ingested.warning())
            .param("now", now.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  /** Holds the video's row until the transaction ends, and tells the state it is in. */
  Optional<VideoState> lock(UUID id) {
    return jdbc.sql("select state from videos where id = :id for update")
        .param("id", id)
        .query((row, n) -> VideoState.valueOf(row.getString("state")))
        .optional();
  }

  void delete(UUID id) {
    jdbc.sql("delete from videos where id = :id").param("id", id).update();
  }

  /** Answers false when the video has arrived meanwhile. */
  boolean deleteUploading(UUID id) {
    return jdbc.sql("delete from videos where id = :id and state = 'UPLOADING'")
            .param("id", id)
            .update()
        == 1;
  }

  /** How many shots each of these videos has; those without are left out. */
  Map<UUID, Integer> shotCounts(Collection<UUID> videos) {
    Map<UUID, Integer> counts = new HashMap<>();
    jdbc.sql(
            """
            select video_id, count(*) from shots where video_id = any (:videos) group by video_id
            """)
        .param("videos", videos.toArray(UUID[]::new))
        .query(row -> {
          counts.put(row.getObject(1, UUID.class), row.getInt(2));
        });
    return counts;
  }

  List<Shot> shots(UUID video) {
    return jdbc.sql(
            """
            select from_frame, to_frame, transition from shots
            where video_id = :video order by from_frame
            """)
        .param("video", video)
        .query((row, n) ->
            new Shot(
                new FrameRange(row.getInt("from_frame"), row.getInt("to_frame")),
                Transition.valueOf(row.getString("transition"))))
        .list();
  }

  /**
   * @param by who drew the line, or null when it was found
   */
  void replaceShots(UUID video, List<Shot> shots, @Nullable UUID by) {
    jdbc.sql("delete from shots where video_id = :video").param("video", video).update();
    for (Shot shot : shots) {
      jdbc.sql(
              """
              insert into shots (video_id, from_frame, to_frame, transition, edited_by)
              values (:video, :from, :to, :transition, :by)
              """)
          .param("video", video)
          .param("from", shot.frames().from())
          .param("to", shot.frames().to())
          .param("transition", shot.startsWith().name())
          .param("by", by)
          .update();
    }
  }

  private static Video video(ResultSet row, int number) throws SQLException {
    return new Video(
        row.getObject("id", UUID.class),
        row.getObject("project_id", UUID.class),
        row.getString("name"),
        VideoState.valueOf(row.getString("state")),
        row.getInt("width"),
        row.getInt("height"),
        row.getInt("frame_count"),
        new TimeBase(row.getInt("time_base_num"), row.getInt("time_base_den")),
        row.getLong("duration_us"),
        row.getLong("size_bytes"),
        row.getString("container"),
        row.getString("codec"),
        row.getString("pixel_format"),
        row.getInt("rotation"),
        row.getBoolean("has_audio"),
        row.getString("warning"),
        row.getString("reason"),
        row.getObject("created_at", java.time.OffsetDateTime.class).toInstant());
  }
}
