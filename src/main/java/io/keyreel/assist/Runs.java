package io.keyreel.assist;

import io.keyreel.access.Action;
import io.keyreel.access.Policy;
import io.keyreel.access.User;
import io.keyreel.jobs.Job;
import io.keyreel.jobs.JobQueue;
import io.keyreel.jobs.JobState;
import io.keyreel.kernel.FrameRange;
import io.keyreel.kernel.UserError;
import io.keyreel.labels.EditGuard;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Has engines fill what lies between keyframes, and tells how far they are. */
@Service
public class Runs {
  private static final int LISTED = 50;

  private final RunStore store;
  private final RunStarter starter;
  private final RunSteps steps;
  private final JobQueue jobs;
  private final Policy policy;
  private final ObjectProvider<EditGuard> guard;

  Runs(
      RunStore store,
      RunStarter starter,
      RunSteps steps,
      JobQueue jobs,
      Policy policy,
      ObjectProvider<EditGuard> guard) {
    this.store = store;
    this.starter = starter;
    this.steps = steps;
    this.jobs = jobs;
    this.policy = policy;
    this.guard = guard;
  }

  /** Starts a run; older runs lose what it takes over. */
  @Transactional
  public Run start(User by, RunTarget target, RunRequest request) {
    return starter.start(by, target, request, guard.getObject());
  }

  public Run find(UUID id, User by) {
    Run run = settled(require(id));
    policy.check(by, run.project(), Action.TASK_VIEW);
    return run;
  }

  /** Stops a run: what it wrote stays, it writes nothing more. */
  @Transactional
  public Run cancel(UUID id, User by) {
    Run run = find(id, by);
    if (run.state().isOver()) {
      return run;
    }
    guard.getObject().check(run.labelSet(), by, run.task(), new FrameRange(run.from(), run.to()));
    steps.stop(run, RunState.CANCELLED, "Cancelled by %s.".formatted(by.name()));
    cancelJob(run);
    return require(id);
  }

  /** The runs of a label set, the newest first. */
  public List<Run> ofSet(UUID labelSet) {
    return store.ofSet(labelSet, LISTED).stream().map(this::settled).toList();
  }

  private Run require(UUID id) {
    return store.find(id).orElseThrow(() -> new UserError.NotFound("There is no such run."));
  }

  /** A job can be cancelled in the list of jobs, too; then its run is over as well. */
  private Run settled(Run run) {
    UUID id = run.job();
    if (run.state().isOver() || id == null) {
      return run;
    }
    Job job = jobs.find(id);
    if (job.state() != JobState.CANCELLED) {
      return run;
    }
    steps.stop(run, RunState.CANCELLED, "Its job was cancelled.");
    return require(run.id());
  }

  private void cancelJob(Run run) {
    UUID job = run.job();
    if (job != null) {
      jobs.cancel(job);
    }
  }
}
