package io.keyreel.labels;

import io.keyreel.access.User;
import io.keyreel.kernel.UserError;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Applies edits, each in a transaction of its own: the label set's row is locked, the guard asked,
 * the edit done upon its base version, and the change put on record under the next number. What
 * this returns is committed.
 */
@Service
public class Changes {
  private final LabelSets labelSets;
  private final Gate gate;
  private final Edits edits;
  private final ChangeRecorder recorder;
  private final TransactionTemplate transactions;
  private final InstantSource clock;

  Changes(
      LabelSets labelSets,
      Gate gate,
      Edits edits,
      ChangeRecorder recorder,
      TransactionTemplate transactions,
      InstantSource clock) {
    this.labelSets = labelSets;
    this.gate = gate;
    this.edits = edits;
    this.recorder = recorder;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * Answers each operation in order; one that is refused or late does not hold up the others. Not
   * to be called inside a transaction.
   */
  public List<Outcome> apply(UUID labelSet, @Nullable UUID task, User by, List<Op> ops) {
    labelSets.find(labelSet);
    return ops.stream().map(op -> apply(labelSet, task, by, op)).toList();
  }

  private Outcome apply(UUID labelSet, @Nullable UUID task, User by, Op op) {
    try {
      return Objects.requireNonNull(
          transactions.execute(status -> inTransaction(labelSet, task, by, op)));
    } catch (UserError e) {
      String why = Objects.requireNonNullElse(e.getMessage(), "");
      return keptApart(labelSet, task, by, op, why).orElseGet(() -> Outcome.refused(op.op(), why));
    }
  }

  private Optional<Outcome> keptApart(
      UUID labelSet, @Nullable UUID task, User by, Op op, String why) {
    try {
      return keepApart(labelSet, task, by, op, why);
    } catch (UserError e) {
      return Optional.of(Outcome.refused(op.op(), Objects.requireNonNullElse(e.getMessage(), why)));
    }
  }

  /** Edits of somebody whom the task has left meanwhile are kept beside the labels. */
  private Optional<Outcome> keepApart(
      UUID labelSet, @Nullable UUID task, User by, Op op, String why) {
    if (task == null || op instanceof Op.Malformed) {
      return Optional.empty();
    }
    return Objects.requireNonNull(
        transactions.execute(status -> {
          LockedSet set = labelSets.locked(labelSet);
          if (!gate.late(set, task, by)) {
            return Optional.empty();
          }
          return recorder
              .answered(set, op)
              .or(() -> {
                Outcome kept = recorder.keepApart(set, task, by, op, why);
                gate.keptApart(task, by, recorder.open(task, by));
                return Optional.of(kept);
              });
        }));
  }

  /** In the transaction in which the late edit is marked as taken over. */
  Outcome takeOver(LateEdit late, User by, User author, Op op) {
    LockedSet set = labelSets.locked(late.labelSet());
    return recorder.applied(set, op).orElseGet(() -> perform(set, late.task(), by, author, op));
  }

  private Outcome inTransaction(UUID labelSet, @Nullable UUID task, User by, Op op) {
    LockedSet set = labelSets.locked(labelSet);
    return recorder.answered(set, op).orElseGet(() -> perform(set, task, by, by, op));
  }

  private Outcome perform(LockedSet set, @Nullable UUID task, User by, User author, Op op) {
    if (op.base() < 0) {
      throw new UserError.Forbidden(
          "This was made upon an edit that is kept apart; take that one over first.");
    }
    gate.check(set, task, by, op);
    Edit edit = edits.perform(new EditContext(set, author.id(), clock.instant()), op);
    return recorder.record(set, task, author, op, edit);
  }
}
