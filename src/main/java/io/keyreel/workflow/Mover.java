package io.keyreel.workflow;

import io.keyreel.access.Audit;
import io.keyreel.access.User;
import io.keyreel.kernel.UserError;
import io.keyreel.labels.Labels;
import io.keyreel.workflow.TaskMachine.Refusal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Writes a transition down, with all that belongs to it, in the caller's transaction. */
@Component
class Mover {
  private final TaskStore store;
  private final TransitionStore moves;
  private final Labels labels;
  private final TaskNews news;
  private final Audit audit;
  private final InstantSource clock;

  Mover(
      TaskStore store,
      TransitionStore moves,
      Labels labels,
      TaskNews news,
      Audit audit,
      InstantSource clock) {
    this.moves = moves;
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

  /** All copies are handed in. The task's row is locked by the caller. */
  Task gathered(Task task, User last, Router router) {
    Task after = TaskMachine.gathered(task, router);
    Instant now = clock.instant();
    if (!store.update(after, now)) {
      throw conflict(task, "Task %d changed meanwhile; try again.".formatted(task.number()));
    }
    moves.record(task, after, "submit", last.id(), "All copies are handed in.", now);
    news.changed(after, last);
    audit.recordOwn(
        "task.gathered",
        "task:" + task.id(),
        task.project(),
        Map.of("number", task.number(), "to", after.stage().id(), "version", after.version()));
    return after;
  }

  /** A copy goes back to its labeler. Its row is locked by the caller. */
  void comeBack(Task copy, String reason, User by) {
    Task after =
        copy.moved(
            new TaskState.Open(copy.stage()), copy.round() + 1, copy.labeler(), copy.reviewer());
    Instant now = clock.instant();
    if (!store.update(after, now)) {
      throw conflict(copy, "Task %d changed meanwhile; try again.".formatted(copy.number()));
    }
    moves.record(copy, after, "return", by.id(), reason, now);
    news.moved(after, new Move.Return(reason), by);
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
          moves.record(
              task,
              after,
              "release",
              holder,
              "Held, or left alone, for longer than its stage allows.",
              now);
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
    return move(task, move, by, actor, Router.EVERYWHERE);
  }

  Task move(Task task, Move move, User by, Actor actor, Router router) {
    check(task, move, actor);
    Task after = TaskMachine.apply(task, move, actor, router);
    Instant now = clock.instant();
    if (!store.update(after, now)) {
      throw conflict(task, "Task %d changed meanwhile; try again.".formatted(task.number()));
    }
    moves.record(task, after, move.action().code(), by.id(), move.reason(), now);
    if (move instanceof Move.Undo(_, Earlier earlier)) {
      moves.takeBack(Objects.requireNonNull(earlier).move(), by.id());
    }
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
