package io.keyreel.workflow;

import io.keyreel.access.User;
import io.keyreel.kernel.FrameRange;
import io.keyreel.kernel.UserError;
import io.keyreel.labels.Coverage;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What a stage asks beyond who may do what: looked at enough, not corrected too much, and copies.
 */
@Component
class StageGate {
  private final Checklist checklist;
  private final Coverage coverage;
  private final TransitionStore moves;
  private final SampledReview sampled;
  private final Copies copies;
  private final GoldStream gold;

  StageGate(
      Checklist checklist,
      Coverage coverage,
      TransitionStore moves,
      SampledReview sampled,
      Copies copies,
      GoldStream gold) {
    this.gold = gold;
    this.checklist = checklist;
    this.coverage = coverage;
    this.moves = moves;
    this.sampled = sampled;
    this.copies = copies;
  }

  Router router() {
    return sampled;
  }

  Optional<Earlier> earlier(Task task) {
    return moves.earlier(task);
  }

  /** Known labels in between, when it is time for them. */
  Optional<Task> goldFor(UUID project, Actor person) {
    return gold.due(project, person);
  }

  Task copyFor(Task task, Actor person) {
    return copies.oneFor(task, person);
  }

  void check(Task task, Move move, Actor actor, User by) {
    switch (move) {
      case Move.Submit _ -> {
        checklist.requireNothingBlocking(task, by);
        covered(task, by);
      }
      case Move.Approve _ -> {
        covered(task, by);
        corrected(task, by);
      }
      case Move.Claim _ -> copies.check(task, actor);
      case Move.Assign(Actor assignee) -> copies.check(task, assignee);
      case Move.Undo(_, Earlier earlier) -> unchanged(task, earlier);
      case Move.Return _, Move.Release _, Move.Reopen _ -> {}
    }
  }

  /** What follows from a move for the copies of a task. */
  void settle(Task before, Task after, Move move, User by) {
    if (after.state() instanceof TaskState.Submitted) {
      copies.handedIn(after, by, sampled);
      gold.handedIn(after);
    } else if (after.state() instanceof TaskState.Gathering
        && !(before.state() instanceof TaskState.Gathering)) {
      copies.comeBack(after, move, by);
    }
  }

  private void covered(Task task, User by) {
    Integer percent = task.stage().rules().coverage();
    if (percent == null) {
      return;
    }
    FrameRange frames = task.frames();
    int seen =
        coverage.seenBy(task.labelSet(), by.id()).stream()
            .filter(frames::overlaps)
            .mapToInt(
                range -> Math.min(range.to(), frames.to()) - Math.max(range.from(), frames.from()))
            .sum();
    if (seen * 100L < (long) percent * frames.length()) {
      throw new UserError.Invalid(
          "You have seen %d of %d frames; %s asks for %d %%. Sweep through the rest first."
              .formatted(seen, frames.length(), task.stage().name(), percent));
    }
  }

  private void corrected(Task task, User by) {
    Integer percent = task.stage().rules().fixShare();
    if (percent == null) {
      return;
    }
    UUID user = by.id();
    int drawn = moves.drawnBy(task, user);
    if (drawn * 100L > (long) percent * task.frames().length()) {
      throw new UserError.Forbidden(
          "You corrected %d of %d frames, more than %d %%; give the task back, so that somebody"
                  .formatted(drawn, task.frames().length(), percent)
              + " else approves it.");
    }
  }

  private void unchanged(Task task, @Nullable Earlier earlier) {
    if (earlier != null
        && earlier.state() instanceof TaskState.Approved
        && moves.editedSince(task.labelSet(), earlier.at())) {
      throw new UserError.Forbidden(
          "Labels were edited since task %d was reopened; have it approved again instead."
              .formatted(task.number()));
    }
  }
}
