package io.keyreel.ui.tasks;

import com.vaadin.flow.component.contextmenu.ContextMenu;
import io.keyreel.access.Action;
import io.keyreel.ui.base.Desk;
import io.keyreel.workflow.LateView;
import io.keyreel.workflow.LateWork;
import io.keyreel.workflow.Task;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Late edits of tasks, for the person who sits there. */
@Component
class TaskLate {
  private final Desk desk;
  private final LateWork late;

  TaskLate(Desk desk, LateWork late) {
    this.desk = desk;
    this.late = late;
  }

  int waiting(Task task) {
    return late.waiting(task, desk.me());
  }

  Map<UUID, Integer> waiting(List<Task> tasks) {
    return late.waiting(tasks, desk.me());
  }

  void addTo(ContextMenu menu, Task task, Runnable done) {
    int count = waiting(task);
    if (count > 0) {
      menu.addItem(
          count == 1 ? "1 late edit…" : count + " late edits…",
          event -> new LateDialog(task, new Own(task), done).open());
    }
  }

  /** What this person may do with those of one task. */
  private final class Own implements LateDialog.Deeds {
    private final Task task;

    Own(Task task) {
      this.task = task;
    }

    @Override
    public List<LateView> waiting() {
      return late.of(task.id(), false, desk.me());
    }

    @Override
    public boolean takesOver() {
      return late.takesOver(task.id(), desk.me());
    }

    @Override
    public boolean putsAside() {
      return desk.may(task.project(), Action.TASK_ASSIGN);
    }

    @Override
    public LateView.Decided takeOver(boolean over) {
      return late.apply(task.id(), null, over, desk.me());
    }

    @Override
    public LateView.Decided putAside(String reason) {
      return late.discard(task.id(), null, reason, desk.me());
    }
  }
}
