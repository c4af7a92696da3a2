package io.keyreel.workflow;

import io.keyreel.kernel.FrameRange;
import io.keyreel.labels.Doubts;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Decides which reviews a task comes to, by the rules of its stages. A task that was returned
 * before comes to all. Chance is drawn from the ids alone, so that asking again changes nothing.
 */
@Component
class SampledReview implements Router {
  private static final int LAST = 20;
  private static final int LEAST = 5;

  private final TransitionStore moves;
  private final Doubts doubts;

  SampledReview(TransitionStore moves, Doubts doubts) {
    this.moves = moves;
    this.doubts = doubts;
  }

  @Override
  public boolean comesTo(Task task, Stage stage) {
    StageRules.Sample sample = stage.rules().sample();
    if (sample == null || task.round() > 1) {
      return true;
    }
    return switch (sample.by()) {
      case SHARE -> chance(task, stage) < sample.percent();
      case CONFIDENCE -> doubtful(task, sample.percent()) || chance(task, stage) < sample.share();
      case RECORD -> unproven(task, sample.percent()) || chance(task, stage) < sample.share();
    };
  }

  private boolean doubtful(Task task, int percent) {
    FrameRange frames = task.frames();
    return !doubts.of(task.labelSet(), frames, percent / 100.0).isEmpty();
  }

  /** Who has handed in little yet is looked at, too. */
  private boolean unproven(Task task, int percent) {
    UUID labeler = task.labeler();
    if (labeler == null) {
      return true;
    }
    TransitionStore.Record record = moves.record(task.project(), labeler, LAST);
    return record.decided() < LEAST || record.returned() * 100 > percent * record.decided();
  }

  /** A number from 0 to 99 that is the same for a task and stage whenever it is drawn. */
  static int chance(Task task, Stage stage) {
    long bits =
        task.id().getMostSignificantBits()
            ^ Long.rotateLeft(task.id().getLeastSignificantBits(), 23);
    long mixed = (bits ^ stage.id().hashCode()) * 0x9E3779B97F4A7C15L;
    mixed = (mixed ^ (mixed >>> 32)) * 0xD6E8FEB86659FD93L;
    return (int) Long.remainderUnsigned(mixed ^ (mixed >>> 32), 100);
  }
}
