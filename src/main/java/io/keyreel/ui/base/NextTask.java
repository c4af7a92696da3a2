package io.keyreel.ui.base;

import io.keyreel.access.User;
import io.keyreel.workflow.Task;
import io.keyreel.workflow.TaskQuery;
import io.keyreel.workflow.Tasks;
import io.keyreel.workflow.Transitions;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** What to do next: a task that waits, or else one that was begun and not finished. */
@Service
public class NextTask {
  private static final int BEGUN = 20;

  private final Desk desk;
  private final Tasks tasks;
  private final Transitions transitions;

  NextTask(Desk desk, Tasks tasks, Transitions transitions) {
    this.desk = desk;
    this.tasks = tasks;
    this.transitions = transitions;
  }

  public Optional<Task> in(UUID project) {
    return transitions.next(project, desk.me()).or(() -> begun(project));
  }

  private Optional<Task> begun(UUID project) {
    User me = desk.me();
    TaskQuery mine = new TaskQuery(null, "IN_PROGRESS", me.id(), null, 0, BEGUN);
    return tasks.ofProject(project, mine, me).items().stream().findFirst();
  }
}
