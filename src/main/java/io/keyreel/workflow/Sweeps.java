package io.keyreel.workflow;

import io.keyreel.access.Action;
import io.keyreel.access.Policy;
import io.keyreel.access.User;
import io.keyreel.kernel.FrameRange;
import io.keyreel.kernel.Ids;
import io.keyreel.kernel.UserError;
import io.keyreel.labels.Coverage;
import io.keyreel.labels.Labels;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Passes through a task at one to four times its speed. Confidence knows only tracks that exist; a
 * sweep shows everything, keeps which frames were really shown, and counts what was missing.
 */
@Service
public class Sweeps {
  private static final double FASTEST = 4;

  private final SweepStore store;
  private final Tasks tasks;
  private final Coverage coverage;
  private final Labels labels;
  private final Policy policy;
  private final InstantSource clock;

  Sweeps(
      SweepStore store,
      Tasks tasks,
      Coverage coverage,
      Labels labels,
      Policy policy,
      InstantSource clock) {
    this.store = store;
    this.tasks = tasks;
    this.coverage = coverage;
    this.labels = labels;
    this.policy = policy;
    this.clock = clock;
  }

  @Transactional
  public Sweep start(UUID taskId, double speed, User by) {
    Task task = tasks.find(taskId, by);
    policy.check(by, task.project(), Action.TASK_VIEW);
    if (!(speed >= 1 && speed <= FASTEST)) {
      throw new UserError.Invalid("A sweep runs at 1 to 4 times the recording's speed.");
    }
    UUID id = Ids.next();
    store.insert(id, task, speed, by.id(), clock.instant());
    return require(taskId, id, by);
  }

  /** Frames that were really shown; they count as seen by this person. */
  @Transactional
  public Sweep shown(UUID taskId, UUID id, List<FrameRange> ranges, User by) {
    Task task = tasks.find(taskId, by);
    Sweep sweep = require(taskId, id, by);
    for (FrameRange range : ranges) {
      if (range.from() < task.frames().from() || range.to() > task.frames().to()) {
        throw new UserError.Invalid(
            "These frames are not all in task %d.".formatted(task.number()));
      }
    }
    coverage.seen(task.labelSet(), by, ranges);
    store.shown(sweep.id(), ranges.stream().mapToInt(FrameRange::length).sum(), clock.instant());
    return require(taskId, id, by);
  }

  /** An object was missing and is added now: a track of this task, counted once. */
  @Transactional
  public Sweep missed(UUID taskId, UUID id, UUID track, int frame, User by) {
    Task task = tasks.find(taskId, by);
    Sweep sweep = require(taskId, id, by);
    FrameRange first = new FrameRange(task.frames().from(), task.frames().from() + 1);
    if (labels.state(task.labelSet(), first).tracks().stream()
        .noneMatch(known -> known.id().equals(track))) {
      throw new UserError.Invalid("This track is not in task %d.".formatted(task.number()));
    }
    store.missed(sweep.id(), track, frame);
    return require(taskId, id, by);
  }

  public List<Sweep> of(UUID task, User by) {
    return store.ofTask(tasks.find(task, by).id());
  }

  private Sweep require(UUID task, UUID id, User by) {
    return store
        .find(id)
        .filter(sweep -> sweep.task().equals(task) && sweep.user().equals(by.id()))
        .orElseThrow(() -> new UserError.NotFound("There is no such sweep of yours."));
  }
}
