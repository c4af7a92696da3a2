package io.keyreel.assist;

import io.keyreel.access.User;
import io.keyreel.jobs.JobQueue;
import io.keyreel.jobs.JobRequest;
import io.keyreel.kernel.FrameRange;
import io.keyreel.kernel.Ids;
import io.keyreel.kernel.UserError;
import io.keyreel.labels.EditGuard;
import io.keyreel.labels.EditKind;
import io.keyreel.labels.LabelSet;
import io.keyreel.labels.Sealed;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Plans a run's spans, claims them and queues the work, in the caller's transaction. */
@Component
class RunStarter {
  static final String TOPIC = "assist.propagate";

  private final RunStore store;
  private final RunLines lines;
  private final RunClaims claims;
  private final JobQueue jobs;
  private final JsonMapper json;
  private final InstantSource clock;

  RunStarter(
      RunStore store,
      RunLines lines,
      RunClaims claims,
      JobQueue jobs,
      JsonMapper json,
      InstantSource clock) {
    this.store = store;
    this.lines = lines;
    this.claims = claims;
    this.jobs = jobs;
    this.json = json;
    this.clock = clock;
  }

  Run start(User by, RunTarget target, RunRequest request, EditGuard guard) {
    LabelSet labelSet = claims.lock(target.labelSet());
    List<PlannedSpan> planned = lines.plan(labelSet, free(target, guard), request);
    guard.check(labelSet.id(), by, target.task(), hull(planned));
    guard.checkKind(labelSet.id(), target.task(), EditKind.DRAW);
    RunStore.NewRun run =
        new RunStore.NewRun(
            Ids.next(),
            labelSet.projectId(),
            labelSet.id(),
            target.task(),
            claims.engine(labelSet.projectId()),
            store.nextGeneration(labelSet.id()),
            by.id());
    List<RunSpan> spans = claims.take(labelSet.id(), planned);
    store.insert(run, json.writeValueAsString(request), clock.instant());
    store.insertSpans(run.id(), spans);
    store.setJob(run.id(), submit(run, spans));
    claims.announce(run.id());
    return store.find(run.id()).orElseThrow();
  }

  /** Engines write nothing on frames that another task has approved. */
  private static FrameRange free(RunTarget target, EditGuard guard) {
    return Sealed.free(target.frames(), guard.sealed(target.labelSet())).stream()
        .max(Comparator.comparingInt(FrameRange::length))
        .orElseThrow(() ->
            new UserError.Forbidden(
                "All these frames are approved in another task; ask a lead to reopen it first."));
  }

  private UUID submit(RunStore.NewRun run, List<RunSpan> spans) {
    long tracks = spans.stream().map(span -> span.gap().track()).distinct().count();
    return jobs.submit(
        new JobRequest(
            TOPIC,
            run.id(),
            run.project(),
            tracks == 1 ? "Propagate 1 track" : "Propagate %d tracks".formatted(tracks),
            run.requestedBy(),
            "{}",
            run.id().toString()));
  }

  private static FrameRange hull(List<PlannedSpan> spans) {
    if (spans.isEmpty()) {
      throw new UserError.Invalid(
          "There is nothing to propagate here: draw a mask on a keyframe beside frames that have"
              + " none, then start again.");
    }
    return new FrameRange(
        spans.stream().mapToInt(span -> span.frames().from()).min().orElseThrow(),
        spans.stream().mapToInt(span -> span.frames().to()).max().orElseThrow());
  }
}
