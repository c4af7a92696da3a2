package io.keyreel.workflow;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Doubtful spans of tasks under review, kept so that a long queue is read at once. */
@Repository
class ReviewSpanStore {
  /** Tasks that a person may look at in review. */
  private static final String OPEN_TO_ME =
      """
      t.project_id = :project and t.stage_kind = 'REVIEW'
        and (:leads or t.assignee = :me
          or (t.state = 'OPEN' and t.labeler is distinct from :me))
      """;

  private final JdbcClient jdbc;

  ReviewSpanStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Those of which nothing is kept, or only what their labels were before. */
  List<UUID> stale(UUID project, double threshold, Actor person, int limit) {
    return visible(
            """
            select t.id from tasks t join label_sets s on s.id = t.label_set_id
              left join review_counts c on c.task_id = t.id
            where (c.task_id is null or c.seq <> s.seq or c.threshold <> :threshold) and
            """,
            "order by t.updated_at desc limit :limit",
            project,
            person)
        .param("threshold", threshold)
        .param("limit", limit)
        .query(UUID.class)
        .list();
  }

  /** As above, for whoever will look. */
  List<UUID> stale(UUID project, double threshold, int limit) {
    return jdbc.sql(
            """
            select t.id from tasks t join label_sets s on s.id = t.label_set_id
              left join review_counts c on c.task_id = t.id
            where t.project_id = :project and t.stage_kind = 'REVIEW'
              and (c.task_id is null or c.seq <> s.seq or c.threshold <> :threshold)
            limit :limit
            """)
        .param("project", project)
        .param("threshold", threshold)
        .param("limit", limit)
        .query(UUID.class)
        .list();
  }

  List<UUID> projects() {
    return jdbc.sql(
            """
            select p.id from projects p where p.archived_at is null
              and exists (select from tasks t where t.project_id = p.id and t.stage_kind = 'REVIEW')
            """)
        .query(UUID.class)
        .list();
  }

  /** How many spans these tasks have, where what is kept is of their labels as they are now. */
  Map<UUID, Integer> counts(Collection<UUID> tasks, double threshold) {
    Map<UUID, Integer> counts = new HashMap<>();
    jdbc.sql(
            """
            select c.task_id, (select count(*) from review_spans r where r.task_id = c.task_id)
            from review_counts c join tasks t on t.id = c.task_id
              join label_sets s on s.id = t.label_set_id
            where c.task_id = any (:tasks) and c.seq = s.seq and c.threshold = :threshold
            """)
        .param("tasks", tasks.toArray(UUID[]::new))
        .param("threshold", threshold)
        .query(row -> {
          counts.put(row.getObject(1, UUID.class), row.getInt(2));
        });
    return counts;
  }

  /** What a task's labels say at a state of them. */
  record Reading(
      UUID task, long seq, double threshold, long masks, double error, List<QueuedSpan> spans) {}

  /** Keeps readings, each unless a later one is kept; many are one commit. */
  @Transactional
  public void keep(List<Reading> readings) {
    readings.forEach(this::keep);
  }

  private void keep(Reading reading) {
    boolean newer =
        jdbc.sql(
                    """
                    insert into review_counts as c (task_id, seq, threshold, unconfirmed, error)
                    values (?, ?, ?, ?, ?)
                    on conflict (task_id) do update set seq = excluded.seq,
                      threshold = excluded.threshold, unconfirmed = excluded.unconfirmed,
                      error = excluded.error
                    where c.seq <= excluded.seq
                    """)
                .params(
                    reading.task(),
                    reading.seq(),
                    reading.threshold(),
                    reading.masks(),
                    reading.error())
                .update()
            == 1;
    if (!newer) {
      return;
    }
    jdbc.sql("delete from review_spans where task_id = ?").params(reading.task()).update();
    for (QueuedSpan span : reading.spans()) {
      jdbc.sql(
              """
              insert into review_spans (task_id, track_id, track_name, class_id, from_frame, to_frame,
                min_confidence, mean_confidence, mendable, gain, seconds)
              values (:task, :track, :name, :class, :from, :to, :min, :mean, :mendable, :gain, :seconds)
              """)
          .param("task", reading.task())
          .param("track", span.track())
          .param("name", span.trackName())
          .param("class", span.classId())
          .param("from", span.from())
          .param("to", span.to())
          .param("min", span.minConfidence())
          .param("mean", span.meanConfidence())
          .param("mendable", span.mendable())
          .param("gain", span.gain())
          .param("seconds", ReviewQueue.seconds(span.to() - span.from()))
          .update();
    }
  }

  /**
   * Spans that nobody else has right now: the recording with the best one first, and all of one
   * recording together.
   */
  List<QueuedSpan> best(UUID project, Actor person, Instant now, int limit) {
    return visible(
            """
            select r.*, t.number, t.video_id, t.state, t.version,
              max(r.gain) over (partition by t.video_id) as best
            from review_spans r join tasks t on t.id = r.task_id
            where not exists (select from span_leases l where l.task_id = r.task_id
                and l.track_id = r.track_id and l.from_frame < r.to_frame
                and l.to_frame > r.from_frame and l.user_id <> :me and l.until > :now) and
            """,
            """
            order by best desc, t.video_id, r.gain desc, t.number, r.from_frame, r.track_id
            limit :limit
            """,
            project,
            person)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("limit", limit)
        .query(ReviewSpanStore::span)
        .list();
  }

  ReviewQueue.Standing standing(UUID project, Actor person) {
    return visible(
            """
            select count(*), coalesce(sum(c.unconfirmed), 0),
              coalesce(sum(c.error) / nullif(sum(c.unconfirmed), 0), 0),
              coalesce(sum(r.spans), 0), coalesce(sum(r.frames), 0), coalesce(sum(r.seconds), 0)
            from tasks t left join review_counts c on c.task_id = t.id
            left join (select task_id, count(*) as spans, sum(to_frame - from_frame) as frames,
              sum(seconds) as seconds from review_spans group by task_id) r on r.task_id = t.id
            where
            """,
            "",
            project,
            person)
        .query((row, n) ->
            new ReviewQueue.Standing(
                row.getInt(1),
                row.getLong(2),
                row.getDouble(3),
                row.getInt(4),
                row.getLong(5),
                row.getDouble(6)))
        .single();
  }

  private StatementSpec visible(String select, String order, UUID project, Actor person) {
    return jdbc.sql(select + OPEN_TO_ME + order)
        .param("project", project)
        .param("me", person.id())
        .param("leads", person.leads());
  }

  private static QueuedSpan span(ResultSet row, int n) throws SQLException {
    return new QueuedSpan(
        new QueuedSpan.TaskRef(
            row.getObject("task_id", UUID.class),
            row.getLong("number"),
            row.getObject("video_id", UUID.class),
            row.getString("state"),
            row.getLong("version")),
        row.getObject("track_id", UUID.class),
        row.getString("track_name"),
        row.getString("class_id"),
        row.getInt("from_frame"),
        row.getInt("to_frame"),
        row.getDouble("min_confidence"),
        row.getDouble("mean_confidence"),
        row.getInt("mendable"),
        row.getDouble("gain"));
  }
}
