package io.keyreel.api;

import io.keyreel.access.Action;
import io.keyreel.access.CurrentUser;
import io.keyreel.workflow.Workflow;
import io.keyreel.workflow.Workflows;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The stages of projects. */
@RestController
@RequestMapping("/api/v1/projects/{project}/workflow")
class WorkflowController {
  private final Workflows workflows;
  private final CurrentUser me;

  WorkflowController(Workflows workflows, CurrentUser me) {
    this.workflows = workflows;
    this.me = me;
  }

  @Entry(action = Action.PROJECT_VIEW)
  @GetMapping
  Workflow current(@PathVariable UUID project) {
    return workflows.current(project, me.require());
  }

  /** Saves stages upon the version that the body names. */
  @Entry(action = Action.WORKFLOW_EDIT)
  @PutMapping
  Workflow save(@PathVariable UUID project, @RequestBody Workflow wanted) {
    return workflows.save(project, wanted.version(), wanted.stages(), me.require());
  }
}
