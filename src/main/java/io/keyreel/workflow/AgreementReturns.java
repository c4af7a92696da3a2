package io.keyreel.workflow;

import io.keyreel.access.User;
import io.keyreel.workflow.AgreementMeasure.Measured;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps an agreement, and lets the task go on or its labels back, in one transaction. */
@Component
class AgreementReturns {
  private static final int LAST_ROUND = 3;

  private final AgreementStore store;
  private final TaskStore tasks;
  private final CopyStore copies;
  private final Mover mover;
  private final People people;
  private final InstantSource clock;

  AgreementReturns(
      AgreementStore store,
      TaskStore tasks,
      CopyStore copies,
      Mover mover,
      People people,
      InstantSource clock) {
    this.store = store;
    this.tasks = tasks;
    this.copies = copies;
    this.mover = mover;
    this.people = people;
    this.clock = clock;
  }

  @Transactional
  public void settle(Task measuredTask, List<Task> made, Measured measured, Router router) {
    List<Task> held =
        made.stream()
            .sorted(Comparator.comparingLong(Task::number))
            .map(copy -> tasks.lock(copy.id()).orElseThrow(Tasks::missing))
            .toList();
    Task task = tasks.lock(measuredTask.id()).orElseThrow(Tasks::missing);
    int round = held.stream().mapToInt(Task::round).max().orElse(1);
    boolean changed =
        copies.open(task.id()) > 0 || made.stream().mapToInt(Task::round).max().orElse(1) != round;
    if (changed) {
      return;
    }
    store.save(task, round, "APART", measured, clock.instant());
    if (task.state() instanceof TaskState.Gathering) {
      Integer asked = task.stage().rules().agreement();
      if (asked != null && measured.jf() * 100 < asked && round < LAST_ROUND) {
        back(task, held, measured.jf(), asked);
      } else {
        mover.gathered(task, last(held), router);
      }
    }
  }

  private void back(Task task, List<Task> held, double jf, int asked) {
    UUID ruler = store.ruler(task).orElseThrow();
    String reason =
        String.format(
            Locale.ENGLISH,
            "What was labelled apart agrees by %.2f; %.2f is asked for. Look at the guidelines, at"
                + " edges and at objects that are missing.",
            jf,
            asked / 100.0);
    held.forEach(copy -> mover.comeBack(copy, reason, people.user(ruler)));
  }

  private User last(List<Task> held) {
    Task last = held.stream().max(Comparator.comparing(Task::updatedAt)).orElseThrow();
    return people.user(Objects.requireNonNull(last.labeler()));
  }
}
