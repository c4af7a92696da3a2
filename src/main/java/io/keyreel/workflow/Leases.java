package io.keyreel.workflow;

import io.keyreel.access.User;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives tasks back that their holders no longer work on, so that others can go on. Never while the
 * holder's browser has said that it keeps edits the server has not got, and never while strokes lie
 * there that are not a keyframe yet.
 */
@Service
public class Leases {
  private final LeaseStore store;
  private final TaskStore tasks;
  private final Mover mover;
  private final TransactionTemplate transactions;
  private final InstantSource clock;

  Leases(
      LeaseStore store,
      TaskStore tasks,
      Mover mover,
      TransactionTemplate transactions,
      InstantSource clock) {
    this.store = store;
    this.tasks = tasks;
    this.mover = mover;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * The holder is there. Only another frame, or edits on their way, count as work.
   *
   * @param pending edits that the browser keeps and the server has not got
   */
  @Transactional
  public void here(UUID task, int frame, int pending, User by) {
    store.seen(task, by.id(), frame, Math.max(0, pending), clock.instant());
  }

  /** Returns what has been idle for longer than its stage allows; tells how many. */
  public int returnIdle() {
    int returned = 0;
    for (UUID task : store.idle(clock.instant())) {
      Boolean done = transactions.execute(status -> giveBack(task));
      returned += Boolean.TRUE.equals(done) ? 1 : 0;
    }
    return returned;
  }

  private boolean giveBack(UUID id) {
    Instant now = clock.instant();
    List<Task> held = tasks.lock(id).stream().filter(t -> store.idle(now).contains(id)).toList();
    held.forEach(mover::timeOut);
    return !held.isEmpty();
  }
}
