package io.keyreel.access;

import io.keyreel.access.AuditStore.Draft;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/**
 * The record of who did what. An entry joins the transaction of what it records: both are there or
 * neither. Entries are written as the transaction's last act, so that the chain's lock, which all
 * writers share, is held for a moment only and can be in no deadlock.
 */
@Service
public class Audit {
  private static final int FLAWS = 10_000;

  private final AuditStore store;
  private final Policy policy;
  private final JsonMapper json;
  private final InstantSource clock;

  Audit(AuditStore store, Policy policy, JsonMapper json, InstantSource clock) {
    this.store = store;
    this.policy = policy;
    this.json = json;
    this.clock = clock;
  }

  /** Records what a person does, in the transaction at hand. */
  public void record(
      User by, String action, String subject, @Nullable UUID project, Map<String, ?> detail) {
    record(by.id(), action, subject, project, detail);
  }

  /** Records what the server does by itself, in the transaction at hand. */
  public void recordOwn(
      String action, String subject, @Nullable UUID project, Map<String, ?> detail) {
    record((UUID) null, action, subject, project, detail);
  }

  /** A project's entries, newest first, below number {@code before}. */
  public List<AuditEntry> ofProject(UUID project, long before, int limit, User by) {
    policy.check(by, project, Action.AUDIT_READ);
    return store.before(project, before, Math.clamp(limit, 1, 1000));
  }

  /** The installation's entries, newest first, below number {@code before}. */
  public List<AuditEntry> all(long before, int limit, User by) {
    policy.checkSiteAdmin(by);
    return store.before(null, before, Math.clamp(limit, 1, 1000));
  }

  /** Walks the whole chain; empty when nothing was tampered with. For site admins. */
  public List<AuditFlaw> verify(User by) {
    policy.checkSiteAdmin(by);
    return store.flaws(FLAWS);
  }

  private void record(
      @Nullable UUID actor,
      String action,
      String subject,
      @Nullable UUID project,
      Map<String, ?> detail) {
    pending()
        .add(
            new Draft(
                clock.instant(), actor, action, subject, project, json.writeValueAsString(detail)));
  }

  private List<Draft> pending() {
    if (!TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("An audit entry needs the transaction of what it records");
    }
    return TransactionSynchronizationManager.getSynchronizations().stream()
        .filter(Pending.class::isInstance)
        .map(Pending.class::cast)
        .filter(pending -> pending.store == store)
        .findFirst()
        .orElseGet(this::register)
        .drafts;
  }

  private Pending register() {
    Pending pending = new Pending(store);
    TransactionSynchronizationManager.registerSynchronization(pending);
    return pending;
  }

  private static final class Pending implements TransactionSynchronization {
    private final AuditStore store;
    private final List<Draft> drafts = new ArrayList<>();

    Pending(AuditStore store) {
      this.store = store;
    }

    @Override
    public void beforeCommit(boolean readOnly) {
      if (!drafts.isEmpty()) {
        store.append(drafts);
      }
    }
  }
}
