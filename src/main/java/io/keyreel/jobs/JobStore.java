package io.keyreel.jobs;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Rows of {@code jobs}. What a worker writes names its attempt: an overtaken one writes nothing.
 */
final class JobStore {
  private static final RowMapper<Job> JOB = JobStore::job;

  private final JdbcClient jdbc;

  JobStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Answers false where a job with the same key waits already. */
  boolean insert(UUID id, JobRequest request, Instant now) {
    return jdbc.sql(
                """
                insert into jobs (id, topic, subject, project_id, title, state, requested_by, payload, pending_key,
                                  created_at)
                values (:id, :topic, :subject, :project, :title, 'QUEUED', :by, cast(:payload as json), :key, :now)
                on conflict (topic, pending_key) where pending_key is not null do nothing
                """)
            .param("id", id)
            .param("topic", request.topic())
            .param("subject", request.subject())
            .param("project", request.projectId())
            .param("title", request.title())
            .param("by", request.requestedBy())
            .param("payload", request.payload())
            .param("key", request.dedupeKey())
            .param("now", utc(now))
            .update()
        == 1;
  }

  /** The waiting job of that key, kept from starting until the caller's transaction ends. */
  Optional<UUID> lockPending(String topic, @Nullable String key) {
    return jdbc.sql("select id from jobs where topic = :topic and pending_key = :key for update")
        .param("topic", topic)
        .param("key", key)
        .query(UUID.class)
        .optional();
  }

  Optional<Job> find(UUID id) {
    return jdbc.sql("select * from jobs where id = :id").param("id", id).query(JOB).optional();
  }

  List<Job> ofProject(UUID project, int limit) {
    return jdbc.sql(
            """
            select * from jobs where project_id = :project order by created_at desc, id desc limit :limit
            """)
        .param("project", project)
        .param("limit", limit)
        .query(JOB)
        .list();
  }

  List<Job> active(Set<UUID> projects) {
    if (projects.isEmpty()) {
      return List.of();
    }
    return jdbc.sql(
            """
            select * from jobs where project_id in (:projects) and state in ('QUEUED', 'RUNNING')
            order by created_at, id
            """)
        .param("projects", projects)
        .query(JOB)
        .list();
  }

  /** Takes the job for a new attempt; empty where there is nothing left to do. */
  Optional<Attempt> start(UUID id, Instant now) {
    return jdbc.sql(
            """
            update jobs set state = 'RUNNING', pending_key = null, attempt = attempt + 1,
                            started_at = coalesce(started_at, :now)
            where id = :id and state in ('QUEUED', 'RUNNING') and not cancel_requested
            returning *
            """)
        .param("id", id)
        .param("now", utc(now))
        .query(
            (rows, n) -> new Attempt(job(rows, n), rows.getInt("attempt"), rows.getInt("failures")))
        .optional();
  }

  boolean progress(UUID id, int attempt, double fraction, String message) {
    return jdbc.sql(
                """
                update jobs set progress = :fraction, message = :message
                where id = :id and attempt = :attempt and state = 'RUNNING'
                """)
            .param("id", id)
            .param("attempt", attempt)
            .param("fraction", fraction)
            .param("message", message)
            .update()
        == 1;
  }

  /** Whether this attempt still has a reason to go on. */
  boolean isWanted(UUID id, int attempt) {
    return jdbc.sql(
            """
            select exists (select 1 from jobs
                           where id = :id and attempt = :attempt and state = 'RUNNING' and not cancel_requested)
            """)
        .param("id", id)
        .param("attempt", attempt)
        .query(Boolean.class)
        .single();
  }

  boolean isCancelRequested(UUID id) {
    return jdbc.sql("select cancel_requested from jobs where id = :id")
        .param("id", id)
        .query(Boolean.class)
        .optional()
        .orElse(true);
  }

  Optional<Job> finish(UUID id, int attempt, JobState state, @Nullable String error, Instant now) {
    return jdbc.sql(
            """
            update jobs set state = :state, error = :error, finished_at = :now, pending_key = null,
                            progress = case when :state = 'DONE' then 1 else progress end
            where id = :id and attempt = :attempt and state = 'RUNNING'
            returning *
            """)
        .param("id", id)
        .param("attempt", attempt)
        .param("state", state.name())
        .param("error", error)
        .param("now", utc(now))
        .query(JOB)
        .optional();
  }

  /** Puts the job back to wait for its next attempt. */
  Optional<Job> requeue(UUID id, int attempt, int failures, String message) {
    return jdbc.sql(
            """
            update jobs set state = 'QUEUED', failures = :failures, message = :message
            where id = :id and attempt = :attempt and state = 'RUNNING'
            returning *
            """)
        .param("id", id)
        .param("attempt", attempt)
        .param("failures", failures)
        .param("message", message)
        .query(JOB)
        .optional();
  }

  /** A waiting job ends here and now; a running one is asked to stop. */
  Optional<Job> cancel(UUID id, Instant now) {
    return jdbc.sql(
            """
            update jobs set cancel_requested = true,
                            pending_key = null,
                            finished_at = case when state = 'QUEUED' then :now else finished_at end,
                            state = case when state = 'QUEUED' then 'CANCELLED' else state end
            where id = :id and state in ('QUEUED', 'RUNNING')
            returning *
            """)
        .param("id", id)
        .param("now", utc(now))
        .query(JOB)
        .optional();
  }

  /** Ends a job that was asked to stop and whose worker died before it did. */
  Optional<Job> endCancelled(UUID id, Instant now) {
    return jdbc.sql(
            """
            update jobs set state = 'CANCELLED', finished_at = :now
            where id = :id and state = 'RUNNING' and cancel_requested
            returning *
            """)
        .param("id", id)
        .param("now", utc(now))
        .query(JOB)
        .optional();
  }

  private static Job job(ResultSet row, int n) throws SQLException {
    return new Job(
        row.getObject("id", UUID.class),
        row.getString("topic"),
        row.getObject("subject", UUID.class),
        row.getObject("project_id", UUID.class),
        row.getString("title"),
        JobState.valueOf(row.getString("state")),
        row.getDouble("progress"),
        row.getString("message"),
        row.getString("error"),
        row.getObject("requested_by", UUID.class),
        row.getTimestamp("created_at").toInstant(),
        instant(row.getTimestamp("started_at")),
        instant(row.getTimestamp("finished_at")),
        row.getString("payload"));
  }

  private static @Nullable Instant instant(@Nullable Timestamp time) {
    return time == null ? null : time.toInstant();
  }

  private static OffsetDateTime utc(Instant time) {
    return time.atOffset(ZoneOffset.UTC);
  }
}
