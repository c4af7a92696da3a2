package io.keyreel.labels;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import io.keyreel.access.User;
import io.keyreel.kernel.UserError;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps every operation with what was answered to it. */
@Component
class ChangeRecorder {
  private static final Map<Class<?>, String> KINDS =
      Arrays.stream(Objects.requireNonNull(Op.class.getAnnotation(JsonSubTypes.class)).value())
          .collect(Collectors.toMap(JsonSubTypes.Type::value, JsonSubTypes.Type::name));

  /** So that a broken client fills no disk. */
  private static final int MOST_LATE = 10_000;

  private final ChangeStore store;
  private final LateStore late;
  private final LabelSetStore sets;
  private final ChangeLog log;
  private final Json json;
  private final InstantSource clock;

  ChangeRecorder(
      ChangeStore store,
      LateStore late,
      LabelSetStore sets,
      ChangeLog log,
      Json json,
      InstantSource clock) {
    this.store = store;
    this.late = late;
    this.sets = sets;
    this.log = log;
    this.json = json;
    this.clock = clock;
  }

  /** The first outcome of an operation that came before. */
  Optional<Outcome> answered(LockedSet set, Op op) {
    return applied(set, op)
        .or(() ->
            late.answered(op.op())
                .map(LateStore.Kept::late)
                .map(kept -> Outcome.branched(kept.op(), kept.n(), kept.reason())));
  }

  /** The same, of those only that reached the labels. */
  Optional<Outcome> applied(LockedSet set, Op op) {
    Optional<ChangeStore.Answered> answered = store.answered(op.op());
    if (answered.isPresent() && !answered.get().labelSet().equals(set.id())) {
      throw new UserError.Invalid(
          "The id of this operation was used in other labels; give it a new one.");
    }
    return answered.map(found -> found.outcome().again());
  }

  /** Keeps an edit beside the labels. */
  Outcome keepApart(LockedSet set, UUID task, User by, Op op, String why) {
    if (open(task, by) >= MOST_LATE) {
      throw new UserError.Invalid(
          "%d late edits of yours wait already; have them decided on first.".formatted(MOST_LATE));
    }
    long n = late.insert(set.id(), task, by.id(), kind(op), op, why, clock.instant());
    return Outcome.branched(op.op(), n, why);
  }

  /** How many edits of somebody are kept apart and not decided on. */
  int open(UUID task, User by) {
    return late.open(task, by.id());
  }

  private static String kind(Op op) {
    return Objects.requireNonNull(KINDS.get(op.getClass()));
  }

  Outcome record(LockedSet set, @Nullable UUID task, User by, Op op, Edit edit) {
    long seq = sets.nextSeq(set.id());
    boolean applied = edit.conflict() == null;
    Outcome outcome =
        applied
            ? new Outcome(
                op.op(), Outcome.Status.APPLIED, seq, edit.version(), edit.number(), null, null)
            : new Outcome(
                op.op(), Outcome.Status.CONFLICT, seq, null, null, edit.conflict(), edit.before());
    Change change =
        new Change(
            seq,
            op.op(),
            task,
            kind(op),
            edit.subject(),
            edit.before() == null ? null : json.tree(edit.before()),
            edit.after() == null ? null : json.tree(edit.after()),
            applied,
            op.group(),
            by.id(),
            clock.instant());
    store.insert(set.id(), change, op.base(), outcome);
    log.tell(set.id(), seq);
    return outcome;
  }
}
