package io.keyreel.workflow;

import io.keyreel.access.Action;
import io.keyreel.access.Audit;
import io.keyreel.access.Policy;
import io.keyreel.access.User;
import io.keyreel.kernel.UserError;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Accepts what machines are sure of, all at once, but only after people looked at a random sample
 * of it, and says what that likely misses. Where a mask of the sample is wrong, its whole span is
 * left for a look.
 */
@Service
public class BulkAcceptances {
  private final BulkStore store;
  private final BulkDraw draw;
  private final Acceptances acceptances;
  private final Policy policy;
  private final Audit audit;
  private final TransactionTemplate transactions;

  BulkAcceptances(
      BulkStore store,
      BulkDraw draw,
      Acceptances acceptances,
      Policy policy,
      Audit audit,
      TransactionTemplate transactions) {
    this.store = store;
    this.draw = draw;
    this.acceptances = acceptances;
    this.policy = policy;
    this.audit = audit;
    this.transactions = transactions;
  }

  /** Finds what would be accepted, and draws the sample. Nothing is accepted yet. */
  @Transactional
  public BulkAcceptance start(UUID project, double threshold, int samples, User by) {
    policy.check(by, project, Action.TASK_REVIEW);
    if (!(threshold > 0 && threshold <= 1) || samples < 1 || samples > 500) {
      throw new UserError.Invalid(
          "Give a threshold between 0 and 1 and a sample of 1 to 500 masks.");
    }
    UUID id = draw.draw(project, threshold, samples, by);
    return store.find(project, id).orElseThrow();
  }

  public BulkAcceptance find(UUID project, UUID id, User by) {
    policy.check(by, project, Action.TASK_REVIEW);
    return require(project, id);
  }

  /** Somebody looked at a mask of the sample. */
  @Transactional
  public BulkAcceptance judge(UUID project, UUID id, int sample, boolean good, User by) {
    policy.check(by, project, Action.TASK_REVIEW);
    open(project, id);
    if (!store.judge(id, sample, good)) {
      throw new UserError.NotFound("There is no such mask in this sample.");
    }
    return require(project, id);
  }

  /** Accepts all but the spans in which the sample found a mask wrong; all of it must be judged. */
  public BulkAcceptance accept(UUID project, UUID id, User by) {
    policy.check(by, project, Action.TASK_REVIEW);
    BulkAcceptance bulk = open(project, id);
    if (bulk.samples().stream().anyMatch(sample -> sample.good() == null)) {
      throw new UserError.Invalid("Look at the whole sample first, then accept the rest.");
    }
    List<BulkAcceptance.Sample> bad =
        bulk.samples().stream().filter(sample -> Boolean.FALSE.equals(sample.good())).toList();
    Map<UUID, List<BulkAcceptance.Span>> byTask =
        store.spans(id).stream()
            .filter(span -> bad.stream().noneMatch(span::holds))
            .collect(Collectors.groupingBy(BulkAcceptance.Span::task));
    int frames = 0;
    for (Map.Entry<UUID, List<BulkAcceptance.Span>> task : byTask.entrySet()) {
      frames += acceptances.acceptAll(task.getKey(), task.getValue(), by);
    }
    int accepted = frames;
    transactions.executeWithoutResult(status -> {
      store.settle(id, "ACCEPTED");
      audit.record(
          by,
          "review.bulk-accept",
          "bulk:" + id,
          project,
          Map.of("threshold", bulk.threshold(), "frames", accepted, "bad", bad.size()));
    });
    return require(project, id);
  }

  @Transactional
  public BulkAcceptance drop(UUID project, UUID id, User by) {
    policy.check(by, project, Action.TASK_REVIEW);
    open(project, id);
    store.settle(id, "DROPPED");
    return require(project, id);
  }

  private BulkAcceptance open(UUID project, UUID id) {
    BulkAcceptance bulk = require(project, id);
    if (!bulk.state().equals("OPEN")) {
      throw new UserError.Conflict("This was decided meanwhile; start anew.", bulk);
    }
    return bulk;
  }

  private BulkAcceptance require(UUID project, UUID id) {
    return store
        .find(project, id)
        .orElseThrow(() -> new UserError.NotFound("There is no such acceptance in bulk."));
  }
}
