package io.keyreel.api;

import io.keyreel.access.Action;
import io.keyreel.access.CurrentUser;
import io.keyreel.access.User;
import io.keyreel.assist.Run;
import io.keyreel.assist.RunRequest;
import io.keyreel.assist.RunTarget;
import io.keyreel.assist.Runs;
import io.keyreel.workflow.Task;
import io.keyreel.workflow.Tasks;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Runs of engines over a task. */
@RestController
@RequestMapping("/api/v1")
class RunController {
  private final Tasks tasks;
  private final CurrentUser me;
  private final Runs runs;

  RunController(Tasks tasks, CurrentUser me, Runs runs) {
    this.tasks = tasks;
    this.me = me;
    this.runs = runs;
  }

  @Entry(action = Action.RUN_START)
  @PostMapping("/tasks/{task}/runs")
  @ResponseStatus(HttpStatus.CREATED)
  Run start(@PathVariable UUID task, @RequestBody RunRequest request) {
    User by = me.require();
    Task found = tasks.find(task, by);
    return runs.start(by, new RunTarget(found.labelSet(), task, found.frames()), request);
  }

  @Entry(action = Action.TASK_VIEW)
  @GetMapping("/runs/{run}")
  Run find(@PathVariable UUID run) {
    return runs.find(run, me.require());
  }

  /** Stops a run; what it has written stays. */
  @Entry(action = Action.RUN_START)
  @DeleteMapping("/runs/{run}")
  Run cancel(@PathVariable UUID run) {
    return runs.cancel(run, me.require());
  }
}
