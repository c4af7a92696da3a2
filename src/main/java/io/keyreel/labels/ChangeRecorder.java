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

  private final ChangeStore store;
  private final LabelSetStore sets;
  private final ChangeLog log;
  private final Json json;
  private final InstantSource clock;

  ChangeRecorder(
      ChangeStore store, LabelSetStore sets, ChangeLog log, Json json, InstantSource clock) {
    this.store = store;
    this.sets = sets;
    this.log = log;
    this.json = json;
    this.clock = clock;
  }

  /** The first outcome of an operation that came before. */
  Optional<Outcome> answered(LockedSet set, Op op) {
    Optional<ChangeStore.Answered> answered = store.answered(op.op());
    if (answered.isPresent() && !answered.get().labelSet().equals(set.id())) {
      throw new UserError.Invalid(
          "The id of this operation was used in other labels; give it a new one.");
    }
    return answered.map(found -> found.outcome().again());
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
            Objects.requireNonNull(KINDS.get(op.getClass())),
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
