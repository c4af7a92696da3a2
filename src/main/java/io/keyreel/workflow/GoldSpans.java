package io.keyreel.workflow;

import io.keyreel.access.Action;
import io.keyreel.access.Audit;
import io.keyreel.access.Policy;
import io.keyreel.access.User;
import io.keyreel.kernel.UserError;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Approved tasks whose labels are known to be right. They are mixed into people's work as tasks
 * like any other, to measure people and engines alike; only leads see which they are.
 */
@Service
public class GoldSpans {
  private final GoldStore store;
  private final Tasks tasks;
  private final Policy policy;
  private final Audit audit;
  private final InstantSource clock;

  GoldSpans(GoldStore store, Tasks tasks, Policy policy, Audit audit, InstantSource clock) {
    this.store = store;
    this.tasks = tasks;
    this.policy = policy;
    this.audit = audit;
    this.clock = clock;
  }

  public GoldRules rules(UUID project, User by) {
    policy.check(by, project, Action.TASK_ASSIGN);
    return store.rules(project).orElse(GoldRules.OFF);
  }

  @Transactional
  public GoldRules save(UUID project, GoldRules rules, User by) {
    policy.check(by, project, Action.TASK_ASSIGN);
    store.save(project, rules);
    audit.record(
        by,
        "gold.rules",
        "project:" + project,
        project,
        Map.of("share", rules.share(), "threshold", rules.threshold()));
    return rules;
  }

  /** The tasks that are gold. */
  public List<UUID> of(UUID project, User by) {
    policy.check(by, project, Action.TASK_ASSIGN);
    return store.marked(project);
  }

  /** Takes an approved task as known, or no longer. */
  @Transactional
  public void mark(UUID taskId, boolean gold, User by) {
    Task task = tasks.find(taskId, by);
    policy.check(by, task.project(), Action.TASK_ASSIGN);
    if (gold && (!task.approved() || task.parent() != null)) {
      throw new UserError.Invalid(
          "Only approved labels are known to be right; have task %d approved first."
              .formatted(task.number()));
    }
    if (gold) {
      store.mark(task.project(), taskId, by.id(), clock.instant());
    } else {
      store.end(taskId, clock.instant());
    }
    audit.record(by, gold ? "gold.mark" : "gold.end", "task:" + taskId, task.project(), Map.of());
  }

  /** What people and engines scored, the newest first. */
  public List<GoldScore> scores(UUID project, User by) {
    policy.check(by, project, Action.TASK_ASSIGN);
    return store.scores(project);
  }
}
