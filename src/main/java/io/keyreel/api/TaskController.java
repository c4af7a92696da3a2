package io.keyreel.api;

import io.keyreel.access.Action;
import io.keyreel.access.CurrentUser;
import io.keyreel.access.User;
import io.keyreel.kernel.Page;
import io.keyreel.workflow.Checklist;
import io.keyreel.workflow.ChecklistItem;
import io.keyreel.workflow.TaskChange;
import io.keyreel.workflow.TaskPlans;
import io.keyreel.workflow.TaskQuery;
import io.keyreel.workflow.TaskView;
import io.keyreel.workflow.TaskViews;
import io.keyreel.workflow.TransitionRequest;
import io.keyreel.workflow.Transitions;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tasks and how they move. */
@RestController
@RequestMapping("/api/v1")
class TaskController {
  private final TaskViews views;
  private final Transitions transitions;
  private final TaskPlans plans;
  private final Checklist checklist;
  private final CurrentUser me;

  TaskController(
      TaskViews views,
      Transitions transitions,
      TaskPlans plans,
      Checklist checklist,
      CurrentUser me) {
    this.views = views;
    this.transitions = transitions;
    this.plans = plans;
    this.checklist = checklist;
    this.me = me;
  }

  @Entry(action = Action.TASK_VIEW)
  @GetMapping("/projects/{project}/tasks")
  Page<TaskView.Row> tasks(
      @PathVariable UUID project,
      @RequestParam @Nullable String stage,
      @RequestParam @Nullable String state,
      @RequestParam @Nullable UUID assignee,
      @RequestParam @Nullable UUID video,
      @RequestParam @Nullable String text,
      @RequestParam @Nullable String tag,
      @RequestParam @Nullable Instant dueBefore,
      @RequestParam(defaultValue = "NUMBER") TaskQuery.Order order,
      @RequestParam(defaultValue = "0") int offset,
      @RequestParam(defaultValue = "200") int limit) {
    TaskQuery query =
        new TaskQuery(stage, state, assignee, video, text, tag, dueBefore, order, offset, limit);
    return views.ofProject(project, query, me.require());
  }

  /**
   * The task this person holds already, else the next one; 204 when there is none for this person.
   */
  @Entry(action = Action.TASK_WORK)
  @PostMapping("/projects/{project}/next-task")
  ResponseEntity<TaskView> next(@PathVariable UUID project) {
    User user = me.require();
    return transitions
        .now(project, user)
        .map(task -> ResponseEntity.ok(views.of(task.id(), user)))
        .orElseGet(() -> ResponseEntity.noContent().build());
  }

  @Entry(action = Action.TASK_VIEW)
  @GetMapping("/tasks/{task}")
  TaskView task(@PathVariable UUID task) {
    return views.of(task, me.require());
  }

  /** Sets a task's priority and when it is due. */
  @Entry(action = Action.TASK_ASSIGN)
  @PatchMapping("/tasks/{task}")
  TaskView plan(@PathVariable UUID task, @RequestBody TaskChange change) {
    User user = me.require();
    plans.update(task, change, user);
    return views.of(task, user);
  }

  @Entry(action = Action.TASK_WORK)
  @PostMapping("/tasks/{task}/transitions")
  TaskView move(@PathVariable UUID task, @RequestBody TransitionRequest request) {
    User user = me.require();
    transitions.perform(task, request, user);
    return views.of(task, user);
  }

  @Entry(action = Action.TASK_VIEW)
  @GetMapping("/tasks/{task}/checklist")
  List<ChecklistItem> checklist(@PathVariable UUID task) {
    return checklist.of(task, me.require());
  }
}
