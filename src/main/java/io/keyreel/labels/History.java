package io.keyreel.labels;

import io.keyreel.access.User;
import io.keyreel.kernel.UserError;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How labels came to be what they are, and the way back to any point of it. */
@Service
public class History {
  private final LabelSets labelSets;
  private final ChangeStore store;
  private final Restoration restoration;
  private final EventRestoration events;
  private final Changes changes;

  History(
      LabelSets labelSets,
      ChangeStore store,
      Restoration restoration,
      EventRestoration events,
      Changes changes) {
    this.labelSets = labelSets;
    this.store = store;
    this.restoration = restoration;
    this.events = events;
    this.changes = changes;
  }

  /** The newest first, those that lost a conflict among them. */
  public List<Change> before(UUID labelSet, long seq, int limit) {
    return store.before(labelSet, seq, limit);
  }

  /**
   * Makes everything that people edited what it was after change {@code seq}: by new changes of one
   * group, all or none, so that this can be undone like any other.
   *
   * @return what was done; nothing when nothing had changed since
   */
  @Transactional
  public List<Outcome> restore(UUID labelSet, @Nullable UUID task, User by, long seq) {
    labelSets.locked(labelSet);
    List<Change> since = store.firstAfter(labelSet, seq);
    List<Op> ops = new ArrayList<>(restoration.ops(labelSet, since));
    ops.addAll(events.ops(labelSet, since));
    List<Outcome> outcomes = changes.apply(labelSet, task, by, ops);
    for (Outcome outcome : outcomes) {
      if (outcome.status() != Outcome.Status.APPLIED) {
        throw new UserError.Conflict(
            "The labels cannot be taken back to that point: "
                + Objects.requireNonNullElse(outcome.message(), "a step failed"),
            outcome.current());
      }
    }
    return outcomes;
  }
}
