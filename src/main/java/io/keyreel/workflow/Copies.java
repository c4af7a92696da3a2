package io.keyreel.workflow;

import io.keyreel.access.User;
import io.keyreel.jobs.JobQueue;
import io.keyreel.jobs.JobRequest;
import io.keyreel.kernel.UserError;
import io.keyreel.labels.LabelSets;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * The copies of tasks that several people label apart, each with labels of its own. Nobody has two
 * of one task, and nobody who labelled one settles what they disagree on.
 */
@Component
class Copies {
  private final CopyStore store;
  private final TaskStore tasks;
  private final LabelSets labelSets;
  private final Mover mover;
  private final JobQueue jobs;
  private final InstantSource clock;

  Copies(
      CopyStore store,
      TaskStore tasks,
      LabelSets labelSets,
      Mover mover,
      JobQueue jobs,
      InstantSource clock) {
    this.jobs = jobs;
    this.store = store;
    this.tasks = tasks;
    this.labelSets = labelSets;
    this.mover = mover;
    this.clock = clock;
  }

  /** A copy that nobody has yet; they are made when the first person asks. */
  Task oneFor(Task task, Actor person) {
    Task locked = tasks.lock(task.id()).orElseThrow(Tasks::missing);
    if (locked.state() instanceof TaskState.Open) {
      for (int i = 0; i < locked.stage().rules().labelers(); i++) {
        UUID labels = labelSets.createCopy(locked.video(), locked.project()).id();
        store.insert(locked, labels, clock.instant());
      }
      store.gather(locked.id(), clock.instant());
    }
    List<UUID> free = store.free(locked.id());
    if (free.isEmpty()) {
      throw new UserError.Conflict(
          "All copies of task %d are taken; look at it again.".formatted(locked.number()), null);
    }
    Task copy = tasks.lock(free.getFirst()).orElseThrow(Tasks::missing);
    check(copy, person);
    return copy;
  }

  void check(Task task, Actor person) {
    UUID parent = task.parent();
    if (parent != null && store.has(parent, person.id(), task.id())) {
      throw new UserError.Forbidden(
          "This person has another copy of the same task already; choose somebody else.");
    }
    if (parent == null && !person.leads() && store.has(task.id(), person.id(), task.id())) {
      throw new UserError.Forbidden(
          "You labelled a copy of task %d, so somebody else settles it; take another task."
              .formatted(task.number()));
    }
  }

  /** When the last copy is in, the task goes on. */
  void handedIn(Task copy, User by, Router router) {
    UUID parent = copy.parent();
    if (parent == null) {
      return;
    }
    Task task = tasks.lock(parent).orElseThrow(Tasks::missing);
    if (task.state() instanceof TaskState.Gathering && store.open(parent) == 0) {
      measure(task);
      if (task.stage().rules().agreement() == null) {
        mover.gathered(task, by, router);
      }
    }
  }

  /** Where the stage asks for agreement, the task goes on when that is measured. */
  private void measure(Task task) {
    jobs.submit(
        new JobRequest(
            AgreementScoring.TOPIC,
            task.id(),
            task.project(),
            "Compare the labels of task " + task.number(),
            null,
            "{}",
            "agreement:" + task.id()));
  }

  /** The task was returned or reopened: so are its copies, each to whoever labelled it. */
  void comeBack(Task task, Move move, User by) {
    for (UUID id : store.handedIn(task.id())) {
      mover.comeBack(tasks.lock(id).orElseThrow(Tasks::missing), move.reason(), by);
    }
  }
}
