package io.keyreel.assist;

import io.keyreel.kernel.FrameRange;
import io.keyreel.labels.Span;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class RunStore {
  private static final String RUNS =
      """
      select r.id, r.number, r.project_id, r.label_set_id, r.task_id, r.job_id, r.engine,
             r.generation, r.state, r.progress, r.error, r.requested_by, r.created_at,
             r.finished_at, s.tracks, s.from_frame, s.to_frame
      from runs r cross join lateral (
        select coalesce(array_agg(distinct track_id), '{}') as tracks,
               coalesce(min(from_frame), 0) as from_frame, coalesce(max(to_frame), 1) as to_frame
        from run_spans where run_id = r.id
      ) s
      """;

  private final JdbcClient jdbc;

  RunStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  long nextGeneration(UUID labelSet) {
    return jdbc.sql("select coalesce(max(generation), 0) + 1 from runs where label_set_id = :set")
        .param("set", labelSet)
        .query(Long.class)
        .single();
  }

  void insert(NewRun run, String request, Instant now) {
    jdbc.sql(
            """
            insert into runs (id, project_id, label_set_id, task_id, engine, generation, state,
                              request, requested_by, created_at)
            values (:id, :project, :set, :task, :engine, :generation, 'QUEUED',
                    :request::jsonb, :by, :now)
            """)
        .param("id", run.id())
        .param("project", run.project())
        .param("set", run.labelSet())
        .param("task", run.task())
        .param("engine", run.engine())
        .param("generation", run.generation())
        .param("request", request)
        .param("by", run.requestedBy())
        .param("now", Timestamp.from(now))
        .update();
  }

  record NewRun(
      UUID id,
      UUID project,
      UUID labelSet,
      @Nullable UUID task,
      String engine,
      long generation,
      UUID requestedBy) {}

  void insertSpans(UUID run, List<RunSpan> spans) {
    jdbc.sql(
            """
            insert into run_spans (run_id, track_id, start_frame, from_frame, to_frame, fence)
            select :run, s.* from unnest(:tracks::uuid[], :starts::int[], :froms::int[],
                                         :tos::int[], :fences::bigint[]) as s
            """)
        .param("run", run)
        .param("tracks", literal(spans.stream().map(span -> span.gap().track())))
        .param("starts", literal(spans.stream().map(span -> span.gap().start())))
        .param("froms", literal(spans.stream().map(span -> span.frames().from())))
        .param("tos", literal(spans.stream().map(span -> span.frames().to())))
        .param("fences", literal(spans.stream().map(RunSpan::fence)))
        .update();
  }

  void setJob(UUID run, UUID job) {
    jdbc.sql("update runs set job_id = :job where id = :run")
        .param("run", run)
        .param("job", job)
        .update();
  }

  Optional<Run> find(UUID id) {
    return jdbc.sql(RUNS + "where r.id = :id").param("id", id).query(RunStore::run).optional();
  }

  /** The newest first. */
  List<Run> ofSet(UUID labelSet, int limit) {
    return jdbc.sql(RUNS + "where r.label_set_id = :set order by r.generation desc limit :limit")
        .param("set", labelSet)
        .param("limit", limit)
        .query(RunStore::run)
        .list();
  }

  boolean isAcrossShots(UUID id) {
    return jdbc.sql(
            """
            select coalesce((request->>'acrossShots')::boolean, false) from runs where id = :id
            """)
        .param("id", id)
        .query(Boolean.class)
        .single();
  }

  List<RunSpan> openSpans(UUID run) {
    return jdbc.sql(
            """
            select track_id, start_frame, from_frame, to_frame, fence from run_spans
            where run_id = :run and state = 'OPEN' order by from_frame, track_id
            """)
        .param("run", run)
        .query((row, n) ->
            new RunSpan(
                new Span(row.getObject("track_id", UUID.class), row.getInt("start_frame")),
                new FrameRange(row.getInt("from_frame"), row.getInt("to_frame")),
                row.getLong("fence")))
        .list();
  }

  /** Takes these gaps from all runs of the label set; the runs that lost one. */
  List<UUID> overtake(UUID labelSet, Collection<Span> gaps) {
    return jdbc.sql(
            """
            with taken as (
              update run_spans s set state = 'OVERTAKEN'
              from runs r, unnest(:tracks::uuid[], :starts::int[]) as g (track, start)
              where r.id = s.run_id and r.label_set_id = :set and s.state = 'OPEN'
                and s.track_id = g.track and s.start_frame = g.start
              returning s.run_id
            )
            select distinct run_id from taken
            """)
        .param("set", labelSet)
        .param("tracks", literal(gaps.stream().map(Span::track)))
        .param("starts", literal(gaps.stream().map(Span::start)))
        .query(UUID.class)
        .list();
  }

  /** The gap was taken from the run, if that still has it under the span's fence. */
  void overtake(UUID run, RunSpan span) {
    jdbc.sql(
            """
            update run_spans set state = 'OVERTAKEN'
            where run_id = :run and track_id = :track and from_frame = :from and fence = :fence
              and state = 'OPEN'
            """)
        .param("run", run)
        .param("track", span.gap().track())
        .param("from", span.frames().from())
        .param("fence", span.fence())
        .update();
  }

  void overtakeAll(UUID run) {
    jdbc.sql("update run_spans set state = 'OVERTAKEN' where run_id = :run and state = 'OPEN'")
        .param("run", run)
        .update();
  }

  void setFence(UUID run, Span gap, long fence) {
    jdbc.sql(
            """
            update run_spans set fence = :fence
            where run_id = :run and track_id = :track and start_frame = :start and state = 'OPEN'
            """)
        .param("run", run)
        .param("track", gap.track())
        .param("start", gap.start())
        .param("fence", fence)
        .update();
  }

  /** So many frames more of a span are written; at its end it is done. */
  void advance(UUID run, RunSpan span, int frames) {
    jdbc.sql(
            """
            update run_spans
            set done_frames = done_frames + :frames,
                state = case when done_frames + :frames >= to_frame - from_frame
                             then 'DONE' else state end
            where run_id = :run and track_id = :track and from_frame = :from
            """)
        .param("frames", frames)
        .param("run", run)
        .param("track", span.gap().track())
        .param("from", span.frames().from())
        .update();
  }

  /** What a span that its engine is through with leaves unwritten has nothing to show. */
  void close(UUID run, RunSpan span) {
    jdbc.sql(
            """
            update run_spans set state = 'DONE'
            where run_id = :run and track_id = :track and from_frame = :from and state = 'OPEN'
            """)
        .param("run", run)
        .param("track", span.gap().track())
        .param("from", span.frames().from())
        .update();
  }

  void updateProgress(UUID run) {
    jdbc.sql(
            """
            update runs r set progress = s.done
            from (select sum(case when state = 'OPEN' then done_frames
                                  else to_frame - from_frame end)::real
                         / sum(to_frame - from_frame) as done
                  from run_spans where run_id = :run) s
            where r.id = :run
            """)
        .param("run", run)
        .update();
  }

  boolean hasOpen(UUID run) {
    return exists(run, "state = 'OPEN'");
  }

  /** Whether the run has left anything to show. */
  boolean hasDone(UUID run) {
    return exists(run, "state = 'DONE' or done_frames > 0");
  }

  private boolean exists(UUID run, String condition) {
    return jdbc.sql(
            "select exists (select 1 from run_spans where run_id = :run and (%s))"
                .formatted(condition))
        .param("run", run)
        .query(Boolean.class)
        .single();
  }

  /** False when it does not wait any more. */
  boolean begin(UUID run) {
    return jdbc.sql("update runs set state = 'RUNNING' where id = :run and state = 'QUEUED'")
            .param("run", run)
            .update()
        == 1;
  }

  /** False when it was over before. */
  boolean finish(UUID run, RunState state, @Nullable String error, Instant now) {
    return jdbc.sql(
                """
                update runs set state = :state, error = :error, finished_at = :now,
                       progress = case when :state = 'DONE' then 1 else progress end
                where id = :run and state in ('QUEUED', 'RUNNING')
                """)
            .param("run", run)
            .param("state", state.name())
            .param("error", error)
            .param("now", Timestamp.from(now))
            .update()
        == 1;
  }

  private static Run run(ResultSet row, int n) throws SQLException {
    Timestamp finished = row.getTimestamp("finished_at");
    return new Run(
        row.getObject("id", UUID.class),
        row.getLong("number"),
        row.getObject("project_id", UUID.class),
        row.getObject("label_set_id", UUID.class),
        row.getObject("task_id", UUID.class),
        row.getObject("job_id", UUID.class),
        row.getString("engine"),
        row.getLong("generation"),
        RunState.valueOf(row.getString("state")),
        row.getDouble("progress"),
        row.getString("error"),
        Arrays.stream((Object[]) row.getArray("tracks").getArray()).map(UUID.class::cast).toList(),
        row.getInt("from_frame"),
        row.getInt("to_frame"),
        row.getObject("requested_by", UUID.class),
        row.getTimestamp("created_at").toInstant(),
        finished == null ? null : finished.toInstant());
  }

  private static String literal(Stream<?> values) {
    return values.map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
  }
}
