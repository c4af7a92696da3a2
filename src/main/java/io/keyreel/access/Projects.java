package io.keyreel.access;

import io.keyreel.kernel.Ids;
import io.keyreel.kernel.Page;
import io.keyreel.kernel.UserError;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Projects and the people in them. */
@Service
public class Projects {
  private final ProjectStore store;
  private final MembershipStore memberships;
  private final Invitations invitations;
  private final Policy policy;
  private final Audit audit;
  private final InstantSource clock;

  Projects(
      ProjectStore store,
      MembershipStore memberships,
      Invitations invitations,
      Policy policy,
      Audit audit,
      InstantSource clock) {
    this.store = store;
    this.memberships = memberships;
    this.invitations = invitations;
    this.policy = policy;
    this.audit = audit;
    this.clock = clock;
  }

  /** Makes a project; its maker becomes its admin. Only site admins may. */
  @Transactional
  public Project create(NewProject wanted, User by) {
    policy.checkSiteAdmin(by);
    Project project =
        new Project(
            Ids.next(),
            Text.name(wanted.name(), "The project's name"),
            Text.description(wanted.description()),
            Text.name(
                Optional.ofNullable(wanted.template()).orElse(NewProject.DEFAULT_TEMPLATE),
                "The template's name"),
            ProjectSettings.DEFAULT,
            1,
            clock.instant());
    store.insert(project, by.id());
    memberships.add(project.id(), by.id(), Role.ADMIN, by.id(), clock.instant());
    record(by, "project.create", project.id(), Map.of("name", project.name()));
    return project;
  }

  public Project find(UUID project, User by) {
    policy.check(by, project, Action.PROJECT_VIEW);
    return find(project);
  }

  /** For the server's own work, where nobody asks. */
  public Project find(UUID project) {
    return store.find(project).orElseThrow(Policy::noSuchProject);
  }

  /** The projects a person is a member of; all of them for site admins. */
  public List<Project> of(User user) {
    return user.siteAdmin() ? store.all() : store.ofMember(user.id());
  }

  @Transactional
  public Project update(UUID id, ProjectChange change, User by) {
    policy.check(by, id, Action.PROJECT_EDIT);
    Project old = find(id);
    Project changed =
        new Project(
            id,
            change.name() == null ? old.name() : Text.name(change.name(), "The project's name"),
            change.description() == null
                ? old.description()
                : Text.description(change.description()),
            old.template(),
            Optional.ofNullable(change.settings()).orElse(old.settings()),
            change.version() + 1,
            old.createdAt());
    if (!store.update(changed, change.version())) {
      throw new UserError.Conflict(
          "Somebody changed this project meanwhile; look at it again and repeat your change.",
          find(id));
    }
    record(
        by, "project.update", id, Map.of("name", changed.name(), "settings", changed.settings()));
    return changed;
  }

  /** Takes a project out of everybody's sight; its rows stay. */
  @Transactional
  public void archive(UUID project, User by) {
    policy.check(by, project, Action.MEMBERS_EDIT);
    store.archive(project, clock.instant());
    record(by, "project.archive", project, Map.of());
  }

  public List<Member> members(UUID project, User by) {
    policy.check(by, project, Action.MEMBERS_VIEW);
    return memberships.members(project);
  }

  /** The first of those whose name or address holds the text, and how many there are. */
  public Page<Member> members(UUID project, String text, int limit, User by) {
    policy.check(by, project, Action.MEMBERS_VIEW);
    return new Page<>(memberships.members(project, text, limit), memberships.count(project, text));
  }

  /** Makes somebody a member, with an account if they have none. */
  @Transactional
  public Invitation invite(UUID project, String email, @Nullable String name, Role role, User by) {
    policy.check(by, project, Action.MEMBERS_EDIT);
    User invited = invitations.account(email, name);
    @Nullable String path = invitations.path(invited, by);
    if (!memberships.add(project, invited.id(), role, by.id(), clock.instant()) && path == null) {
      throw new UserError.Conflict(
          "%s is a member already; change the role in the list.".formatted(invited.email()), null);
    }
    record(
        by,
        "member.invite",
        project,
        Map.of("user", invited.id(), "email", invited.email(), "role", role));
    return new Invitation(new Member(invited, policy.role(invited, project)), path);
  }

  /** Adds somebody who has an account. */
  @Transactional
  public Member add(UUID project, UUID user, Role role, User by) {
    policy.check(by, project, Action.MEMBERS_EDIT);
    User added = memberships.user(user).orElseThrow(Users::noSuchUser);
    if (!memberships.add(project, user, role, by.id(), clock.instant())) {
      requireAnotherAdmin(project, user, role);
      memberships.setRole(project, user, role);
    }
    record(by, "member.add", project, Map.of("user", user, "role", role));
    return new Member(added, role);
  }

  @Transactional
  public void setRole(UUID project, UUID user, Role role, User by) {
    policy.check(by, project, Action.MEMBERS_EDIT);
    requireAnotherAdmin(project, user, role);
    if (!memberships.setRole(project, user, role)) {
      throw noSuchMember();
    }
    record(by, "member.role", project, Map.of("user", user, "role", role));
  }

  @Transactional
  public void remove(UUID project, UUID user, User by) {
    policy.check(by, project, Action.MEMBERS_EDIT);
    requireAnotherAdmin(project, user, Role.LABELER);
    if (!memberships.remove(project, user)) {
      throw noSuchMember();
    }
    record(by, "member.remove", project, Map.of("user", user));
  }

  private void requireAnotherAdmin(UUID project, UUID user, Role next) {
    List<UUID> admins = memberships.lockAdmins(project);
    if (next != Role.ADMIN && admins.equals(List.of(user))) {
      throw new UserError.Invalid(
          "This is the project's only admin; make somebody else admin first.");
    }
  }

  private void record(User by, String action, UUID project, Map<String, ?> detail) {
    audit.record(by, action, "project:" + project, project, detail);
  }

  private static UserError.NotFound noSuchMember() {
    return new UserError.NotFound("This person is not a member of the project; reload the list.");
  }
}
