package io.keyreel.workflow;

import io.keyreel.access.Audit;
import io.keyreel.access.User;
import io.keyreel.kernel.Ids;
import io.keyreel.kernel.UserError;
import io.keyreel.labels.Labels;
import io.keyreel.workflow.TaskMachine.Refusal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Writes a transition down, with all that belongs to it, in the caller's transaction. */
@Component
class Mover {
  private final TaskStore store;
  private final Labels labels;
  private final TaskNews news;
  private final Audit audit;
  private final InstantSource clock;

  Mover(TaskStore store, Labels labels, TaskNews news, Audit audit, InstantSource clock) {
    this.store = store;
    this.labels = labels;
    this.news = news;
    this.audit = audit;
    this.clock = clock;
  }

  void check(Task task, Move move, Actor actor) {
    Refusal refusal = TaskMachine.refusal(task, move, actor);
    if (refusal != null) {
      throw switch (refusal.kind()) {
        case STATE -> conflict(task, refusal.message());
        case PERSON -> new UserError.Forbidden(refusal.message());
        case INPUT -> new UserError.Invalid(refusal.message());
      };
    }
  }

  UserError.Conflict conflict(Task task, String message) {
    return new UserError.Conflict(message, news.status(task));
  }

  /** Gives a task back that its holder has left alone. The task's row is locked by the caller. */
  void timeOut(Task task) {
    task.state()
        .assignee()
        .ifPresent(holder -> {
          Instant now = clock.instant();
          Task after =
              task.moved(
                  new TaskState.Open(task.stage()), task.round(), task.labeler(), task.reviewer());
          if (!store.update(after, now)) {
            throw new IllegalStateException("task %s changed under its lock".formatted(task.id()));
          }
          store.recordTimeOut(Ids.next(), after, holder, now);
          news.timedOut(after, holder);
          audit.recordOwn(
              "task.time-out",
              "task:" + task.id(),
              task.project(),
              Map.of("number", task.number(), "holder", holder, "version", after.version()));
        });
  }

  /** The task's row is locked by the caller. */
  Task move(Task task, Move move, User by, Actor actor) {
    check(task, move, actor);
    Task after = TaskMachine.apply(task, move, actor);
    Instant now = clock.instant();
    if (!store.update(after, now)) {
      throw conflict(task, "Task %d changed meanwhile; try again.".formatted(task.number()));
    }
    store.record(Ids.next(), task, after, move, by.id(), now);
    news.moved(after, move, by);
    if (after.approved()) {
      labels.freeze(after.labelSet(), after.frames());
    }
    audit.record(
        by,
        "task." + move.action().code(),
        "task:" + task.id(),
        task.project(),
        Map.of(
            "number", task.number(),
            "from", task.stage().id(),
            "to", after.stage().id(),
            "version", after.version(),
            "reason", move.reason()));
    return after;
  }
}
