package io.keyreel.ui.tasks;

import com.vaadin.flow.component.contextmenu.ContextMenu;
import io.keyreel.access.Action;
import io.keyreel.ui.base.Desk;
import io.keyreel.ui.base.Notices;
import io.keyreel.workflow.Consensus;
import io.keyreel.workflow.ConsensusMerge;
import io.keyreel.workflow.GoldSpans;
import io.keyreel.workflow.Task;
import org.springframework.stereotype.Component;

/** What can be done beside moving a task: compare copies, take it as known, late edits. */
@Component
class TaskQuality {
  private final Desk desk;
  private final Consensus consensus;
  private final ConsensusMerge merge;
  private final GoldSpans gold;
  private final TaskLate late;

  TaskQuality(Desk desk, Consensus consensus, ConsensusMerge merge, GoldSpans gold, TaskLate late) {
    this.late = late;
    this.desk = desk;
    this.consensus = consensus;
    this.merge = merge;
    this.gold = gold;
  }

  void addTo(ContextMenu menu, Task task, Runnable done) {
    late.addTo(menu, task, done);
    if (compares(task)) {
      menu.addItem("Compare labels…", event -> compare(task, done));
    }
    if (marks(task)) {
      boolean is = gold.of(task.project(), desk.me()).contains(task.id());
      menu.addItem(
          is ? "No longer use as gold" : "Use as gold",
          event -> {
            gold.mark(task.id(), !is, desk.me());
            Notices.done(
                is
                    ? "Task " + task.number() + " is no longer mixed into people’s work."
                    : "Task " + task.number() + " is mixed into people’s work to measure it.");
          });
    }
  }

  private boolean compares(Task task) {
    boolean apart =
        task.parent() == null
            && task.workflow().stages().stream().anyMatch(s -> s.rules().labelers() > 1);
    return apart
        && task.stage().rules().labelers() == 1
        && desk.may(task.project(), Action.TASK_REVIEW);
  }

  private boolean marks(Task task) {
    return task.approved() && task.parent() == null && desk.may(task.project(), Action.TASK_ASSIGN);
  }

  private void compare(Task task, Runnable done) {
    new ConsensusDialog(
            task,
            consensus.of(task.id(), desk.me()),
            method -> merge.merge(task.id(), method, desk.me()),
            done)
        .open();
  }
}
