package io.keyreel.workflow;

import io.keyreel.access.Action;
import io.keyreel.access.Audit;
import io.keyreel.access.Policy;
import io.keyreel.access.User;
import io.keyreel.kernel.UserError;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The stages of projects. Tasks keep the version they were made under; new tasks get the newest.
 */
@Service
public class Workflows {
  private final WorkflowStore store;
  private final Policy policy;
  private final Audit audit;
  private final InstantSource clock;

  Workflows(WorkflowStore store, Policy policy, Audit audit, InstantSource clock) {
    this.store = store;
    this.policy = policy;
    this.audit = audit;
    this.clock = clock;
  }

  @Transactional
  public Workflow current(UUID project, User by) {
    policy.check(by, project, Action.PROJECT_VIEW);
    return current(project);
  }

  @Transactional
  public Workflow save(UUID project, int version, List<Stage> stages, User by) {
    policy.check(by, project, Action.WORKFLOW_EDIT);
    Workflow current = current(project);
    Workflow next = new Workflow(current.version() + 1, stages);
    if (current.version() != version || !store.insert(project, next, by.id(), clock.instant())) {
      throw new UserError.Conflict(
          "Somebody changed the stages meanwhile; look at theirs and save again.",
          current(project));
    }
    audit.record(
        by, "workflow.save", "project:" + project, project, Map.of("version", next.version()));
    return next;
  }

  /** The newest stages; the standard ones are written down where a project has none yet. */
  Workflow current(UUID project) {
    return store
        .current(project)
        .orElseGet(() -> {
          store.insert(project, new Workflow(1, Workflow.STANDARD), null, clock.instant());
          return store.current(project).orElseThrow();
        });
  }
}
