package io.keyreel.workflow;

import io.keyreel.workflow.TaskState.Approved;
import io.keyreel.workflow.TaskState.Gathering;
import io.keyreel.workflow.TaskState.InProgress;
import io.keyreel.workflow.TaskState.Open;
import io.keyreel.workflow.TaskState.Submitted;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rules by which tasks move. Pure: it knows no store and no clock. */
final class TaskMachine {
  private static final int MAX_REASON = 2000;

  private TaskMachine() {}

  /** Why a move cannot be made. */
  record Refusal(Kind kind, String message) {
    enum Kind {
      /** The task is in another state than the move needs: somebody was faster. */
      STATE,
      /** Not this person. */
      PERSON,
      /** The request itself lacks something. */
      INPUT
    }
  }

  static @Nullable Refusal refusal(Task task, Move move, Actor actor) {
    Refusal byRole = role(move, actor);
    if (byRole != null) {
      return byRole;
    }
    Refusal byState = state(task, move);
    return byState != null ? byState : relation(task, move, actor);
  }

  static boolean allows(Task task, Move move, Actor actor) {
    return refusal(task, move, actor) == null;
  }

  /** The task after a move that {@link #refusal} has nothing against. */
  static Task apply(Task task, Move move, Actor actor) {
    return apply(task, move, actor, Router.EVERYWHERE);
  }

  static Task apply(Task task, Move move, Actor actor, Router router) {
    Refusal refusal = refusal(task, move, actor);
    if (refusal != null) {
      throw new IllegalStateException(refusal.message());
    }
    return switch (move) {
      case Move.Claim _ -> held(task, actor.id());
      case Move.Assign(Actor assignee) -> held(task, assignee.id());
      case Move.Submit _ ->
          task.moved(handedIn(task, router), task.round(), actor.id(), task.reviewer());
      case Move.Approve _ ->
          task.moved(entered(task, router.next(task)), task.round(), task.labeler(), actor.id());
      case Move.Return _ ->
          task.moved(
              entered(task, task.workflow().backFrom(task.stage())),
              task.round() + 1,
              task.labeler(),
              actor.id());
      case Move.Reopen _ ->
          task.moved(
              entered(task, task.workflow().first()),
              task.round() + 1,
              task.labeler(),
              task.reviewer());
      case Move.Undo(_, Earlier earlier) -> undone(task, Objects.requireNonNull(earlier));
      case Move.Release _ -> released(task, actor);
    };
  }

  /** The task once all who label it apart have handed in. */
  static Task gathered(Task task, Router router) {
    if (!(task.state() instanceof Gathering)) {
      throw new IllegalStateException("task %d gathers nothing".formatted(task.number()));
    }
    return task.moved(
        entered(task, router.next(task)), task.round(), task.labeler(), task.reviewer());
  }

  private static @Nullable Refusal role(Move move, Actor actor) {
    return switch (move) {
      case Move.Claim _, Move.Submit _, Move.Release _ ->
          actor.works() ? null : person("You may look at this project but not work on its tasks.");
      case Move.Approve _, Move.Return _ ->
          actor.reviews()
              ? null
              : person("Only reviewers and leads approve or return tasks; ask one of them.");
      case Move.Reopen _ ->
          actor.leads() ? null : person("Only a lead reopens an approved task; ask one.");
      case Move.Assign _ ->
          actor.leads() ? null : person("Only a lead assigns tasks to people; ask one.");
      case Move.Undo _ ->
          actor.leads() ? null : person("Only a lead takes a move of a task back; ask one.");
    };
  }

  private static @Nullable Refusal state(Task task, Move move) {
    return switch (move) {
      case Move.Claim _ -> task.state() instanceof Open ? null : state(task, "taken");
      case Move.Submit _ ->
          task.state() instanceof InProgress(Stage stage, UUID _)
                  && stage.kind() == Stage.Kind.LABEL
              ? null
              : state(task, "submitted");
      case Move.Approve _ -> inReview(task) ? null : state(task, "approved");
      case Move.Return(String reason) ->
          !inReview(task) ? state(task, "returned") : reason(reason, "return");
      case Move.Reopen(String reason) ->
          task.approved() ? reason(reason, "reopen") : state(task, "reopened");
      case Move.Release _ -> task.state() instanceof InProgress ? null : state(task, "released");
      case Move.Assign _ ->
          task.state() instanceof Open || task.state() instanceof InProgress
              ? null
              : state(task, "assigned");
      case Move.Undo(String reason, Earlier earlier) ->
          earlier == null || task.parent() != null || apart(earlier.state())
              ? new Refusal(
                  Refusal.Kind.STATE,
                  "Task %d has no move that can be taken back; return or reopen it instead."
                      .formatted(task.number()))
              : reason(reason, "undo it on");
    };
  }

  private static @Nullable Refusal relation(Task task, Move move, Actor actor) {
    return switch (move) {
      case Move.Claim _ -> holder(task, actor);
      case Move.Assign(Actor assignee) ->
          assignee.mayHold(task.stage()) && !labelledApart(task) && !ownWork(task, assignee)
              ? null
              : new Refusal(
                  Refusal.Kind.INPUT,
                  "This person may not hold task %d at the stage %s, by role or as they labelled it."
                      .formatted(task.number(), task.stage().name()));
      case Move.Submit _ ->
          task.state().heldBy(actor.id()) ? null : person(others(task, "submit it"));
      case Move.Release _ ->
          task.state().heldBy(actor.id()) || actor.leads()
              ? null
              : person(others(task, "release it"));
      case Move.Approve _, Move.Return _ ->
          task.state().heldBy(actor.id()) || actor.leads()
              ? null
              : person(
                  task.state() instanceof Open
                      ? "Take task %d before you decide on it.".formatted(task.number())
                      : others(task, "decide on it"));
      case Move.Reopen _, Move.Undo _ -> null;
    };
  }

  private static boolean apart(TaskState state) {
    return state instanceof Gathering || state instanceof Submitted;
  }

  private static @Nullable Refusal holder(Task task, Actor actor) {
    if (labelledApart(task)) {
      return new Refusal(
          Refusal.Kind.INPUT,
          "Task %d is labelled by %d people apart; take your copy with \"Next task\"."
              .formatted(task.number(), task.stage().rules().labelers()));
    }
    if (!actor.mayHold(task.stage())) {
      return person(
          "Task %d is at the stage %s, which your role does not work on; take another task."
              .formatted(task.number(), task.stage().name()));
    }
    String skill = task.plan().skill();
    if (skill != null && !actor.skills().contains(skill) && !actor.leads()) {
      return person(
          "Task %d needs the skill \"%s\"; a lead can add it to yours, or take another task."
              .formatted(task.number(), skill));
    }
    if (reservedForAnother(task, actor)) {
      return person(
          "Task %d was returned to the person who labelled it; a lead can assign it to you."
              .formatted(task.number()));
    }
    if (ownWork(task, actor)) {
      return person(
          "You labelled task %d, so another reviewer looks at it; take another task."
              .formatted(task.number()));
    }
    return null;
  }

  /** People work on its copies, never on the task itself. */
  static boolean labelledApart(Task task) {
    return task.parent() == null && task.stage().rules().labelers() > 1;
  }

  private static boolean reservedForAnother(Task task, Actor actor) {
    return task.stage().kind() == Stage.Kind.LABEL
        && task.round() > 1
        && task.labeler() != null
        && !task.labeler().equals(actor.id())
        && !actor.leads();
  }

  private static boolean ownWork(Task task, Actor actor) {
    return task.stage().kind() == Stage.Kind.REVIEW
        && actor.id().equals(task.labeler())
        && !actor.leads();
  }

  private static boolean inReview(Task task) {
    return task.stage().kind() == Stage.Kind.REVIEW;
  }

  private static TaskState handedIn(Task task, Router router) {
    return task.parent() == null ? entered(task, router.next(task)) : new Submitted(task.stage());
  }

  /** Only a new task waits at a stage where several label apart; later its copies come back. */
  private static TaskState entered(Task task, Stage stage) {
    if (stage.equals(task.workflow().last())) {
      return new Approved(stage);
    }
    return stage.rules().labelers() > 1 && task.parent() == null
        ? new Gathering(stage)
        : new Open(stage);
  }

  private static Task undone(Task task, Earlier earlier) {
    return task.moved(earlier.state(), earlier.round(), earlier.labeler(), earlier.reviewer());
  }

  private static Task held(Task task, UUID person) {
    boolean labels = task.stage().kind() == Stage.Kind.LABEL;
    return task.moved(
        new InProgress(task.stage(), person),
        task.round(),
        labels ? person : task.labeler(),
        labels ? task.reviewer() : person);
  }

  /** Whoever gives a returned task back lets others have it. */
  private static Task released(Task task, Actor actor) {
    boolean gaveBack = task.stage().kind() == Stage.Kind.LABEL && actor.id().equals(task.labeler());
    return task.moved(
        new Open(task.stage()), task.round(), gaveBack ? null : task.labeler(), task.reviewer());
  }

  private static Refusal state(Task task, String done) {
    String now =
        switch (task.state()) {
          case Open(Stage stage) -> "it waits at the stage " + stage.name();
          case InProgress(Stage stage, UUID _) ->
              "somebody works on it at the stage " + stage.name();
          case Gathering _ -> "it waits for those who label it apart";
          case Submitted _ -> "it is handed in";
          case Approved _ -> "it is approved";
        };
    return new Refusal(
        Refusal.Kind.STATE,
        "Task %d cannot be %s now: %s. Look at it again.".formatted(task.number(), done, now));
  }

  private static @Nullable Refusal reason(String reason, String verb) {
    if (reason.isBlank()) {
      return new Refusal(
          Refusal.Kind.INPUT, "Say why you %s the task; the labeler reads it.".formatted(verb));
    }
    if (reason.length() > MAX_REASON) {
      return new Refusal(
          Refusal.Kind.INPUT,
          "The reason is longer than %d characters; shorten it or write notes."
              .formatted(MAX_REASON));
    }
    return null;
  }

  private static String others(Task task, String what) {
    return "Task %d is not yours; only its holder can %s.".formatted(task.number(), what);
  }

  private static Refusal person(String message) {
    return new Refusal(Refusal.Kind.PERSON, message);
  }
}
