package io.keyreel.access;

import io.keyreel.kernel.Ids;
import io.keyreel.kernel.UserError;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The people with an account. */
@Service
public class Users {
  private final UserStore store;
  private final Passwords passwords;
  private final Links links;
  private final Policy policy;
  private final Audit audit;
  private final InstantSource clock;

  Users(
      UserStore store,
      Passwords passwords,
      Links links,
      Policy policy,
      Audit audit,
      InstantSource clock) {
    this.store = store;
    this.passwords = passwords;
    this.links = links;
    this.policy = policy;
    this.audit = audit;
    this.clock = clock;
  }

  public User find(UUID id) {
    return store.find(id).orElseThrow(Users::noSuchUser);
  }

  public Optional<User> byEmail(String email) {
    return store.byEmail(Text.emailOrNothing(email));
  }

  /** For the server's own work, where nobody asks. */
  public List<User> all() {
    return store.all();
  }

  /** Everybody, for site admins. */
  public List<User> all(User by) {
    policy.checkSiteAdmin(by);
    return store.all();
  }

  /** Makes an account; only site admins may. */
  @Transactional
  public User create(NewUser wanted, User by) {
    policy.checkSiteAdmin(by);
    User user = insert(wanted);
    audit.record(by, "user.create", subject(user.id()), null, Map.of("email", user.email()));
    return user;
  }

  @Transactional
  public void rename(User user, String name) {
    String shaped = Text.name(name, "Your name");
    store.rename(user.id(), shaped);
    audit.record(user, "user.rename", subject(user.id()), null, Map.of("name", shaped));
  }

  /**
   * The path of a one-time link by which a person sets a new password; for site admins to hand
   * over.
   */
  @Transactional
  public String resetLink(UUID user, User by) {
    policy.checkSiteAdmin(by);
    find(user);
    audit.record(by, "user.reset", subject(user), null, Map.of());
    return links.create(user, LinkStore.Purpose.RESET);
  }

  /** Closes an account: its sign-ins and tokens stop at once, what it did stays. */
  @Transactional
  public void disable(UUID user, User by) {
    policy.checkSiteAdmin(by);
    if (user.equals(by.id())) {
      throw new UserError.Invalid("You cannot close your own account; ask another site admin.");
    }
    if (!store.disable(user)) {
      throw noSuchUser();
    }
    audit.record(by, "user.disable", subject(user), null, Map.of());
  }

  private User insert(NewUser wanted) {
    User user =
        new User(
            Ids.next(),
            Text.email(wanted.email()),
            Text.name(wanted.name(), "The name"),
            wanted.siteAdmin());
    if (!store.insert(user, hash(wanted.password()), clock.instant())) {
      throw new UserError.Conflict(
          "There is an account for %s already; use that one.".formatted(user.email()), null);
    }
    return user;
  }

  private @Nullable String hash(@Nullable String password) {
    return password == null ? null : passwords.hash(Text.password(password));
  }

  private static String subject(UUID user) {
    return "user:" + user;
  }

  static UserError.NotFound noSuchUser() {
    return new UserError.NotFound("There is no such person; reload the list.");
  }
}
