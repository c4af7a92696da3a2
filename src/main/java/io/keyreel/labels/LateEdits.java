package io.keyreel.labels;

import io.keyreel.access.User;
import io.keyreel.kernel.UserError;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes late edits over into the labels, each by the way of every edit and once only, or puts them
 * aside. Who may do so is decided by whoever calls.
 *
 * @see Changes#apply
 */
@Service
public class LateEdits {
  private static final int MOST = 1000;

  private final LateStore store;
  private final LabelSets labelSets;
  private final Changes changes;
  private final Json json;
  private final TransactionTemplate transactions;
  private final InstantSource clock;

  LateEdits(
      LateStore store,
      LabelSets labelSets,
      Changes changes,
      Json json,
      TransactionTemplate transactions,
      InstantSource clock) {
    this.store = store;
    this.labelSets = labelSets;
    this.changes = changes;
    this.json = json;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** In the order in which they came. */
  public List<LateEdit> ofTask(UUID task, boolean alsoDecided) {
    return store.ofTask(task, alsoDecided, MOST);
  }

  /** Those of these tasks that have late edits to decide upon. */
  public Set<UUID> waiting(Collection<UUID> tasks) {
    return store.withOpen(tasks);
  }

  /** Whether any edit of a task waits. */
  public boolean waiting(UUID task) {
    return store.anyOpen(task);
  }

  /**
   * Takes one over if it still can be: in the name of its author, by the rights of {@code by}.
   *
   * @param over upon whatever stands there now, where somebody else changed it meanwhile
   * @return how it stands then; open, with why, when it was not taken
   */
  public LateEdit apply(LateEdit late, User by, User author, boolean over) {
    try {
      transactions.executeWithoutResult(status -> inTransaction(late, by, author, over));
    } catch (UserError e) {
      String why = Objects.requireNonNullElse(e.getMessage(), "");
      transactions.executeWithoutResult(status ->
          store.lock(late.n()).ifPresent(kept -> store.failed(late.n(), kept.attempts(), why)));
    }
    return store.find(late.n()).orElseThrow().late();
  }

  /** Puts one aside; it stays on record. */
  @Transactional
  public void discard(LateEdit late, String reason, User by) {
    if (!store.discarded(late.n(), reason, by.id(), clock.instant())) {
      throw new UserError.Conflict(
          "This late edit was decided on by somebody else meanwhile; look again.", null);
    }
  }

  private void inTransaction(LateEdit late, User by, User author, boolean over) {
    labelSets.lock(late.labelSet());
    LateStore.Kept kept = store.lock(late.n()).orElseThrow();
    if (kept.late().state() != LateEdit.State.OPEN) {
      return;
    }
    int attempt = kept.attempts();
    Optional<Long> base = base(late);
    Outcome outcome =
        base.isEmpty()
            ? unrooted(late)
            : changes.takeOver(late, by, author, op(late, attempt, base.get()));
    if (over && outcome.status() == Outcome.Status.CONFLICT) {
      outcome = changes.takeOver(late, by, author, op(late, ++attempt, version(outcome.current())));
    }
    if (outcome.status() == Outcome.Status.CONFLICT) {
      String why = Objects.requireNonNullElse(outcome.message(), "Somebody changed this meanwhile");
      store.failed(late.n(), attempt + 1, why);
    } else {
      long version = Objects.requireNonNullElse(outcome.version(), 0L);
      store.applied(late.n(), version, by.id(), clock.instant());
    }
  }

  /** A base below zero names the late edit that this one was made upon. */
  private Optional<Long> base(LateEdit late) {
    long base = late.edit().path("base").longValue();
    return base >= 0 ? Optional.of(base) : store.find(-base).map(LateStore.Kept::version);
  }

  private static Outcome unrooted(LateEdit late) {
    return new Outcome(
        late.op(),
        Outcome.Status.CONFLICT,
        null,
        null,
        null,
        "It was made upon another late edit, which is not in the labels; take that one over first.",
        null);
  }

  private long version(@Nullable Object current) {
    return current == null ? 0 : json.tree(current).path("version").longValue();
  }

  /**
   * Whoever takes a stroke over confirms it: it is no draft any more. The first try goes by the
   * edit's own id, later ones by ids made of it: each counts once.
   */
  private Op op(LateEdit late, int attempt, long base) {
    UUID id =
        attempt == 0
            ? late.op()
            : UUID.nameUUIDFromBytes((late.op() + "/" + attempt).getBytes(StandardCharsets.UTF_8));
    ObjectNode node = ((ObjectNode) late.edit()).deepCopy();
    node.put("op", id.toString());
    node.put("base", base);
    if (node.has("draft")) {
      node.put("draft", false);
    }
    return json.convert((JsonNode) node, Op.class);
  }
}
