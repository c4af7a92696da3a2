package io.keyreel.api;

import io.keyreel.access.Action;
import io.keyreel.access.CurrentUser;
import io.keyreel.workflow.SavedFilter;
import io.keyreel.workflow.SavedFilters;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The filters of tasks that a person keeps. */
@RestController
@RequestMapping("/api/v1/projects/{project}/task-filters")
class TaskFilterController {
  private final SavedFilters filters;
  private final CurrentUser me;

  TaskFilterController(SavedFilters filters, CurrentUser me) {
    this.filters = filters;
    this.me = me;
  }

  @Entry(action = Action.TASK_VIEW)
  @GetMapping
  List<SavedFilter> list(@PathVariable UUID project) {
    return filters.of(project, me.require());
  }

  @Entry(action = Action.TASK_VIEW)
  @PostMapping
  List<SavedFilter> save(@PathVariable UUID project, @RequestBody SavedFilter filter) {
    return filters.save(project, filter, me.require());
  }

  @Entry(action = Action.TASK_VIEW)
  @DeleteMapping("/{name}")
  List<SavedFilter> remove(@PathVariable UUID project, @PathVariable String name) {
    return filters.remove(project, name, me.require());
  }
}
