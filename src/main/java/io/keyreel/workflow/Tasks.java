package io.keyreel.workflow;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import io.keyreel.access.Action;
import io.keyreel.access.Policy;
import io.keyreel.access.User;
import io.keyreel.kernel.Page;
import io.keyreel.kernel.UserError;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Service;

/** Finds tasks. Those of projects that somebody is no member of do not exist for them. */
@Service
public class Tasks {
  private final TaskStore store;
  private final Policy policy;

  Tasks(TaskStore store, Policy policy) {
    this.store = store;
    this.policy = policy;
  }

  public Task find(UUID task, User by) {
    Task found = store.find(task).orElseThrow(Tasks::missing);
    if (!policy.allows(by, found.project(), Action.TASK_VIEW)) {
      throw missing();
    }
    return found;
  }

  public Page<Task> ofProject(UUID project, TaskQuery query, User by) {
    policy.check(by, project, Action.TASK_VIEW);
    return new Page<>(store.list(project, query), store.count(project, query));
  }

  /** Those of these tasks that are in the project, by id. */
  public Map<UUID, Task> some(UUID project, Collection<UUID> ids, User by) {
    policy.check(by, project, Action.TASK_VIEW);
    return store.some(project, ids).stream().collect(toMap(Task::id, identity()));
  }

  /** Of each of these recordings the first task, by recording. */
  public Map<UUID, Task> firstOf(UUID project, Collection<UUID> videos, User by) {
    policy.check(by, project, Action.TASK_VIEW);
    return store.firstOf(project, videos).stream().collect(toMap(Task::video, identity()));
  }

  /** For the server's own work, where nobody asks. */
  public List<Task> ofProject(UUID project, TaskQuery query) {
    return store.list(project, query);
  }

  Optional<TaskView.Returned> lastReturn(Task task, Function<UUID, Person> people) {
    return store.lastReturn(task.id(), people);
  }

  void checkView(UUID project, User by) {
    policy.check(by, project, Action.TASK_VIEW);
  }

  static UserError.NotFound missing() {
    return new UserError.NotFound("There is no such task, or it is in a project of others.");
  }
}
