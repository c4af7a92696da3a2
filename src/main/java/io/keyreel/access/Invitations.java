package io.keyreel.access;

import io.keyreel.kernel.Ids;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds or makes the account of an invited person. A link that signs in as somebody is power over
 * all that they may do: it is given only for people without a password whose every project the
 * inviter administers.
 */
@Component
class Invitations {
  private final UserStore users;
  private final MembershipStore memberships;
  private final Policy policy;
  private final Links links;
  private final InstantSource clock;

  Invitations(
      UserStore users,
      MembershipStore memberships,
      Policy policy,
      Links links,
      InstantSource clock) {
    this.users = users;
    this.memberships = memberships;
    this.policy = policy;
    this.links = links;
    this.clock = clock;
  }

  User account(String email, @Nullable String name) {
    String address = Text.email(email);
    Optional<User> known = users.byEmail(address);
    if (known.isPresent()) {
      return known.get();
    }
    String called = name == null || name.isBlank() ? address : name;
    User made = new User(Ids.next(), address, Text.name(called, "The name"), false);
    users.insert(made, null, clock.instant());
    return users.byEmail(address).orElseThrow(Users::noSuchUser);
  }

  @Nullable String path(User invited, User by) {
    return mayHandOver(invited, by)
        ? links.create(invited.id(), LinkStore.Purpose.INVITATION)
        : null;
  }

  private boolean mayHandOver(User invited, User by) {
    return !invited.siteAdmin()
        && !users.hasPassword(invited.id())
        && memberships.projectsOf(invited.id()).stream()
            .allMatch((UUID project) -> policy.allows(by, project, Action.MEMBERS_EDIT));
  }
}
