package io.keyreel.ui.tasks;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.contextmenu.ContextMenu;
import io.keyreel.access.Projects;
import io.keyreel.access.User;
import io.keyreel.ui.base.Desk;
import io.keyreel.ui.base.Notices;
import io.keyreel.ui.base.ReasonDialog;
import io.keyreel.workflow.ReturnReasons;
import io.keyreel.workflow.Task;
import io.keyreel.workflow.TaskAction;
import io.keyreel.workflow.TaskActions;
import io.keyreel.workflow.TransitionRequest;
import io.keyreel.workflow.Transitions;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** What this person can do with a task, as a menu; the service has the last word. */
@Component
class TaskMoves {
  private final Desk desk;
  private final Transitions transitions;
  private final TaskActions actions;
  private final Projects projects;
  private final ReturnReasons reasons;
  private final TaskQuality quality;

  TaskMoves(
      Desk desk,
      Transitions transitions,
      TaskActions actions,
      Projects projects,
      ReturnReasons reasons,
      TaskQuality quality) {
    this.quality = quality;
    this.reasons = reasons;
    this.desk = desk;
    this.transitions = transitions;
    this.actions = actions;
    this.projects = projects;
  }

  /** What can be done is found out when the menu opens: a table has many of them. */
  void menu(Task task, Button anchor, Runnable done) {
    ContextMenu menu =
        new ContextMenu(anchor) {
          @Override
          protected boolean onBeforeOpenMenu(ObjectNode detail) {
            removeAll();
            fill(this, task, done);
            return super.onBeforeOpenMenu(detail);
          }
        };
    menu.setOpenOnClick(true);
  }

  private void fill(ContextMenu menu, Task task, Runnable done) {
    Set<TaskAction> allowed = actions.of(task, desk.me());
    for (TaskAction action : TaskAction.values()) {
      if (allowed.contains(action)) {
        menu.addItem(label(action), event -> start(task, action, done));
      }
    }
    quality.addTo(menu, task, done);
    if (menu.getItems().isEmpty()) {
      menu.addItem("Nothing to do here").setEnabled(false);
    }
  }

  private void start(Task task, TaskAction action, Runnable done) {
    switch (action) {
      case ASSIGN ->
          new AssignDialog(
                  task,
                  projects.members(task.project(), desk.me()),
                  user -> perform(task, action, null, user.id(), done))
              .open();
      case RETURN, REOPEN, UNDO ->
          new ReasonDialog(
                  label(action).replace("…", "") + " task " + task.number(),
                  action == TaskAction.UNDO
                      ? "Why is the last move taken back? It is kept on record."
                      : "What should be done? The labeler reads it.",
                  label(action).replace("…", ""),
                  action == TaskAction.UNDO ? List.of() : reasons.of(task.project(), desk.me()),
                  reason -> perform(task, action, reason, null, done))
              .open();
      case CLAIM, SUBMIT, APPROVE, RELEASE -> perform(task, action, null, null, done);
    }
  }

  private void perform(
      Task task, TaskAction action, @Nullable String reason, @Nullable UUID person, Runnable done) {
    User me = desk.me();
    Task moved =
        transitions.perform(
            task.id(), new TransitionRequest(action.code(), task.version(), reason, person), me);
    Notices.done("Task " + moved.number() + " is at " + moved.stage().name() + " now.");
    done.run();
  }

  private static String label(TaskAction action) {
    return switch (action) {
      case CLAIM -> "Take it";
      case SUBMIT -> "Submit";
      case APPROVE -> "Approve";
      case RETURN -> "Return…";
      case RELEASE -> "Give it back";
      case REOPEN -> "Reopen…";
      case UNDO -> "Undo the last move…";
      case ASSIGN -> "Assign…";
    };
  }
}
