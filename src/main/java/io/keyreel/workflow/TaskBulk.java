package io.keyreel.workflow;

import io.keyreel.access.Action;
import io.keyreel.access.Policy;
import io.keyreel.access.User;
import io.keyreel.kernel.UserError;
import io.keyreel.workflow.BulkChange.Outcome;
import io.keyreel.workflow.BulkChange.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Plans and hands out many tasks at once; each is changed wholly or not at all, with the reason.
 */
@Service
public class TaskBulk {
  private final Tasks tasks;
  private final TaskPlans plans;
  private final Transitions transitions;
  private final Policy policy;
  private final TransactionTemplate transactions;

  TaskBulk(
      Tasks tasks,
      TaskPlans plans,
      Transitions transitions,
      Policy policy,
      TransactionTemplate transactions) {
    this.tasks = tasks;
    this.plans = plans;
    this.transitions = transitions;
    this.policy = policy;
    this.transactions = transactions;
  }

  public Outcome apply(UUID project, BulkChange change, User by) {
    policy.check(by, project, Action.TASK_ASSIGN);
    List<Refused> refused = new ArrayList<>();
    for (UUID task : change.tasks()) {
      try {
        transactions.executeWithoutResult(status -> apply(project, task, change, by));
      } catch (UserError e) {
        refused.add(new Refused(task, Objects.requireNonNullElse(e.getMessage(), "")));
      }
    }
    return new Outcome(change.tasks().size() - refused.size(), List.copyOf(refused));
  }

  private void apply(UUID project, UUID id, BulkChange change, User by) {
    Task task = tasks.find(id, by);
    if (!task.project().equals(project)) {
      throw Tasks.missing();
    }
    if (change.plans()) {
      task = plans.update(id, change.upon(task), by);
    }
    if (change.releases() && task.state() instanceof TaskState.InProgress) {
      task = move(task, "release", null, by);
    }
    if (change.assignee() != null && !task.state().heldBy(change.assignee())) {
      move(task, "assign", change.assignee(), by);
    }
  }

  private Task move(Task task, String action, @Nullable UUID person, User by) {
    return transitions.perform(
        task.id(), new TransitionRequest(action, task.version(), null, person), by);
  }
}
