package io.keyreel.workflow;

import io.keyreel.access.User;
import io.keyreel.kernel.FrameRange;
import io.keyreel.kernel.Ids;
import io.keyreel.kernel.UserError;
import io.keyreel.labels.Changes;
import io.keyreel.labels.Labels;
import io.keyreel.labels.Op;
import io.keyreel.labels.Outcome;
import io.keyreel.labels.ProposalPiece;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Takes a person's word that what the machine drew on a span is good. */
@Service
public class Acceptances {
  private final Tasks tasks;
  private final Transitions transitions;
  private final Labels labels;
  private final Changes changes;
  private final TaskEditGuard guard;

  Acceptances(
      Tasks tasks, Transitions transitions, TaskEditGuard guard, Labels labels, Changes changes) {
    this.tasks = tasks;
    this.transitions = transitions;
    this.guard = guard;
    this.labels = labels;
    this.changes = changes;
  }

  /**
   * Accepts what reading shows of a track on these frames. A task that waits for review is taken
   * first. Each piece of a run is committed by itself.
   *
   * @return how many frames are accepted by this
   */
  public int accept(UUID taskId, UUID track, FrameRange frames, User by) {
    Task task = held(tasks.find(taskId, by), by);
    UUID group = Ids.next();
    List<ProposalPiece> pieces =
        labels.state(task.labelSet(), frames).proposals().stream()
            .filter(piece -> piece.track().equals(track) && !piece.accepted())
            .filter(piece -> piece.from() < frames.to() && piece.to() > frames.from())
            .toList();
    if (pieces.isEmpty()) {
      throw new UserError.Invalid(
          "There is nothing of a machine left to accept on frames %d to %d; look at them again."
              .formatted(frames.from(), frames.to() - 1));
    }
    List<Op> ops = pieces.stream().<Op>map(piece -> op(piece, frames, group)).toList();
    for (Outcome outcome : changes.apply(task.labelSet(), task.id(), by, ops)) {
      requireApplied(outcome);
    }
    return pieces.stream().mapToInt(piece -> cut(piece, frames).length()).sum();
  }

  /**
   * Accepts what is left of these spans: still shown, of the same run, and not accepted meanwhile.
   *
   * @return how many frames are accepted by this
   */
  int acceptAll(UUID taskId, List<BulkAcceptance.Span> spans, User by) {
    Task task = held(tasks.find(taskId, by), by);
    UUID group = Ids.next();
    List<ProposalPiece> pieces = labels.state(task.labelSet(), task.frames()).proposals();
    List<Op> ops = new ArrayList<>();
    int frames = 0;
    for (BulkAcceptance.Span span : spans) {
      FrameRange wanted = new FrameRange(span.from(), span.to());
      for (ProposalPiece piece : pieces) {
        if (piece.track().equals(span.track())
            && piece.run().equals(span.run())
            && piece.generation() == span.generation()
            && !piece.accepted()
            && piece.from() < span.to()
            && piece.to() > span.from()) {
          ops.add(op(piece, wanted, group));
          frames += cut(piece, wanted).length();
        }
      }
    }
    changes.apply(task.labelSet(), task.id(), by, ops).forEach(Acceptances::requireApplied);
    return frames;
  }

  private Task held(Task task, User by) {
    boolean waits =
        task.state() instanceof TaskState.Open && task.stage().kind() == Stage.Kind.REVIEW;
    return waits && guard.refusal(task, by).isPresent()
        ? transitions.perform(
            task.id(), new TransitionRequest("claim", task.version(), null, null), by)
        : task;
  }

  private static Op op(ProposalPiece piece, FrameRange frames, UUID group) {
    FrameRange part = cut(piece, frames);
    return new Op.AcceptancePut(
        Ids.next(),
        0,
        group,
        Ids.next(),
        piece.track(),
        part.from(),
        part.to(),
        piece.run(),
        piece.generation());
  }

  private static FrameRange cut(ProposalPiece piece, FrameRange frames) {
    return new FrameRange(Math.max(piece.from(), frames.from()), Math.min(piece.to(), frames.to()));
  }

  private static void requireApplied(Outcome outcome) {
    String message = outcome.message() == null ? "It was not accepted." : outcome.message();
    switch (outcome.status()) {
      case APPLIED, REPLAYED -> {}
      case CONFLICT -> throw new UserError.Conflict(message, outcome.current());
      case REFUSED -> throw new UserError.Forbidden(message);
    }
  }
}
