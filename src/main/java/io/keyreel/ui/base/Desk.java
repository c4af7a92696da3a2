package io.keyreel.ui.base;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.shared.Registration;
import io.keyreel.access.Action;
import io.keyreel.access.CurrentUser;
import io.keyreel.access.Policy;
import io.keyreel.access.Project;
import io.keyreel.access.Projects;
import io.keyreel.access.User;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** What a screen needs before anything else: who sits there, which projects, what may be done. */
@Service
public class Desk {
  private static final String JOB_STEP = "\"type\":\"job\"";

  private final CurrentUser currentUser;
  private final Projects projects;
  private final Policy policy;
  private final Live live;
  private final InstantSource clock;

  Desk(CurrentUser currentUser, Projects projects, Policy policy, Live live, InstantSource clock) {
    this.currentUser = currentUser;
    this.projects = projects;
    this.policy = policy;
    this.live = live;
    this.clock = clock;
  }

  public User me() {
    return currentUser.require();
  }

  public List<Project> projects() {
    return projects.of(me());
  }

  public Project project(UUID id) {
    return projects.find(id, me());
  }

  public boolean may(UUID project, Action action) {
    return policy.allows(me(), project, action);
  }

  /** Refreshes the owner when something in the project changes: videos, tasks, jobs, exports. */
  public Registration watchProject(Component owner, UUID project, Runnable refresh) {
    return live.watch(owner, "project:" + project, refresh);
  }

  /** As above, but not at every step of a job. */
  public Registration watchWork(Component owner, UUID project, Runnable refresh) {
    return live.watch(owner, "project:" + project, message -> !message.contains(JOB_STEP), refresh);
  }

  /** Refreshes the owner when figures of the project were counted. */
  public Registration watchFigures(Component owner, UUID project, Runnable refresh) {
    return live.watch(owner, "analytics:" + project, refresh);
  }

  /** Refreshes the owner when there is news for this person. */
  public Registration watchMe(Component owner, Runnable refresh) {
    return live.watch(owner, "user:" + me().id(), refresh);
  }

  public Registration watchLabels(Component owner, UUID labelSet, Runnable refresh) {
    return live.watch(owner, "set:" + labelSet, refresh);
  }

  public Instant now() {
    return clock.instant();
  }

  public String ago(Instant then) {
    return Formats.ago(then, now());
  }
}
