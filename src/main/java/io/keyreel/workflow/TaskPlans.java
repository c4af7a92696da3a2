package io.keyreel.workflow;

import io.keyreel.access.Action;
import io.keyreel.access.Audit;
import io.keyreel.access.Policy;
import io.keyreel.access.User;
import io.keyreel.kernel.UserError;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sets which tasks come first and when they are due. */
@Service
public class TaskPlans {
  private final TaskStore store;
  private final Tasks tasks;
  private final TaskNews news;
  private final Policy policy;
  private final Audit audit;
  private final InstantSource clock;

  TaskPlans(
      TaskStore store,
      Tasks tasks,
      TaskNews news,
      Policy policy,
      Audit audit,
      InstantSource clock) {
    this.store = store;
    this.tasks = tasks;
    this.news = news;
    this.policy = policy;
    this.audit = audit;
    this.clock = clock;
  }

  @Transactional
  public Task update(UUID id, TaskChange change, User by) {
    Task before = tasks.find(id, by);
    policy.check(by, before.project(), Action.TASK_ASSIGN);
    TaskPlan plan = change.upon(before.plan());
    if (!store.plan(id, change.version(), plan, clock.instant())) {
      throw new UserError.Conflict(
          "Task %d changed since you looked at it; look at where it stands now."
              .formatted(before.number()),
          news.status(tasks.find(id, by)));
    }
    Task after = tasks.find(id, by);
    news.changed(after, by);
    audit.record(
        by,
        "task.plan",
        "task:" + id,
        before.project(),
        Map.of(
            "priority",
            plan.priority(),
            "dueAt",
            plan.dueAt() == null ? "" : plan.dueAt().toString(),
            "tags",
            plan.tags(),
            "skill",
            plan.skill() == null ? "" : plan.skill(),
            "version",
            after.version()));
    return after;
  }
}
