package io.keyreel.access;

import io.keyreel.kernel.UserError;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Decides, by the one policy table, who may do what. A project of others does not exist. */
@Service
public class Policy {
  private final MembershipStore memberships;

  Policy(MembershipStore memberships) {
    this.memberships = memberships;
  }

  /** The role a person has in a project; site admins have the highest in all. */
  public Role role(User user, UUID project) {
    return find(user, project).orElseThrow(Policy::noSuchProject);
  }

  /** Whether the role may do this at all; on a task, ask with its standing. */
  public boolean allows(User user, UUID project, Action action) {
    return find(user, project).filter(role -> Rule.allows(role, action)).isPresent();
  }

  public boolean allows(User user, UUID project, Action action, Standing standing) {
    return find(user, project).filter(role -> Rule.allows(role, action, standing)).isPresent();
  }

  /**
   * Passes when the role may do this at all.
   *
   * @throws UserError.NotFound when the person is not a member
   * @throws UserError.Forbidden when the role is too weak
   */
  public void check(User user, UUID project, Action action) {
    Role role = role(user, project);
    if (!Rule.allows(role, action)) {
      throw forbidden(role, action);
    }
  }

  /** As {@link #check(User, UUID, Action)}, for an action on a task that stands so. */
  public void check(User user, UUID project, Action action, Standing standing) {
    Role role = role(user, project);
    if (!Rule.allows(role, action, standing)) {
      throw Rule.allows(role, action) ? misplaced(standing) : forbidden(role, action);
    }
  }

  /** Passes for site admins only. */
  public void checkSiteAdmin(User user) {
    if (!user.siteAdmin()) {
      throw new UserError.Forbidden("Only a site admin may do this; ask one.");
    }
  }

  private Optional<Role> find(User user, UUID project) {
    return memberships.role(project, user.id());
  }

  static UserError.NotFound noSuchProject() {
    return new UserError.NotFound(
        "There is no such project, or you are not a member of it; ask its admin to invite you.");
  }

  private static UserError.Forbidden forbidden(Role role, Action action) {
    Role needed =
        Rule.TABLE.stream()
            .filter(rule -> rule.action() == action)
            .map(Rule::from)
            .min(Role::compareTo)
            .orElse(Role.ADMIN);
    return new UserError.Forbidden(
        "This needs the role %s and yours is %s; ask an admin of the project."
            .formatted(word(needed), word(role)));
  }

  private static UserError.Forbidden misplaced(Standing standing) {
    return new UserError.Forbidden(
        switch (standing.phase()) {
          case APPROVED -> "This task is approved and read-only; ask a lead to reopen it.";
          case LABEL, REVIEW ->
              switch (standing.hold()) {
                case OTHERS -> "Somebody else holds this task; ask a lead to give it to you.";
                case FREE -> "Nobody holds this task yet; claim it first.";
                case MINE ->
                    "This cannot be done at the task's stage (%s); look at its stage and retry."
                        .formatted(word(standing.phase()));
              };
        });
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
