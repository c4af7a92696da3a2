package io.keyreel.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.keyreel.access.Action;
import io.keyreel.access.CurrentUser;
import io.keyreel.access.Invitation;
import io.keyreel.access.Member;
import io.keyreel.access.NewProject;
import io.keyreel.access.Policy;
import io.keyreel.access.Project;
import io.keyreel.access.ProjectChange;
import io.keyreel.access.Projects;
import io.keyreel.access.Role;
import io.keyreel.access.User;
import io.keyreel.kernel.UserError;
import io.keyreel.labels.ProjectSetup;
import io.keyreel.labels.Template;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Projects and who is in them. */
@RestController
@RequestMapping("/api/v1/projects")
class AccessController {
  /** A project as the person who asks sees it. */
  record ProjectView(@JsonUnwrapped Project project, Role role) {}

  record NewMember(@Nullable String email, @Nullable String name, @Nullable Role role) {}

  record RoleChange(@Nullable Role role) {}

  private final Projects projects;
  private final ProjectSetup setup;
  private final Policy policy;
  private final CurrentUser me;

  AccessController(Projects projects, ProjectSetup setup, Policy policy, CurrentUser me) {
    this.setup = setup;
    this.projects = projects;
    this.policy = policy;
    this.me = me;
  }

  @Entry(Entry.For.SELF)
  @GetMapping
  List<ProjectView> projects() {
    User user = me.require();
    return projects.of(user).stream().map(project -> view(project, user)).toList();
  }

  /** What a project can start from, with the classes that each brings. */
  @Entry(Entry.For.SELF)
  @GetMapping("/templates")
  List<Template> templates() {
    return Template.ALL;
  }

  /** A template brings its classes; without one the project begins without any. */
  @Entry(Entry.For.SITE_ADMIN)
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  ProjectView create(@RequestBody NewProject wanted) {
    User user = me.require();
    return view(setup.create(wanted, user), user);
  }

  @Entry(action = Action.PROJECT_VIEW)
  @GetMapping("/{project}")
  ProjectView find(@PathVariable UUID project) {
    User user = me.require();
    return view(projects.find(project, user), user);
  }

  @Entry(action = Action.PROJECT_EDIT)
  @PatchMapping("/{project}")
  ProjectView update(@PathVariable UUID project, @RequestBody ProjectChange change) {
    User user = me.require();
    return view(projects.update(project, change, user), user);
  }

  @Entry(action = Action.MEMBERS_EDIT)
  @DeleteMapping("/{project}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void archive(@PathVariable UUID project) {
    projects.archive(project, me.require());
  }

  @Entry(action = Action.MEMBERS_VIEW)
  @GetMapping("/{project}/members")
  List<Member> members(@PathVariable UUID project) {
    return projects.members(project, me.require());
  }

  @Entry(action = Action.MEMBERS_EDIT)
  @PostMapping("/{project}/members")
  @ResponseStatus(HttpStatus.CREATED)
  Invitation invite(@PathVariable UUID project, @RequestBody NewMember wanted) {
    String email = wanted.email() == null ? "" : wanted.email();
    return projects.invite(project, email, wanted.name(), role(wanted.role()), me.require());
  }

  @Entry(action = Action.MEMBERS_EDIT)
  @PutMapping("/{project}/members/{user}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void setRole(
      @PathVariable UUID project, @PathVariable UUID user, @RequestBody RoleChange change) {
    projects.setRole(project, user, role(change.role()), me.require());
  }

  @Entry(action = Action.MEMBERS_EDIT)
  @DeleteMapping("/{project}/members/{user}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(@PathVariable UUID project, @PathVariable UUID user) {
    projects.remove(project, user, me.require());
  }

  private ProjectView view(Project project, User user) {
    return new ProjectView(project, policy.role(user, project.id()));
  }

  private static Role role(@Nullable Role role) {
    if (role == null) {
      throw new UserError.Invalid("Say which role: LABELER, REVIEWER, LEAD or ADMIN.");
    }
    return role;
  }
}
