package io.keyreel.access;

import io.keyreel.access.LinkStore.Purpose;
import io.keyreel.kernel.Ids;
import io.keyreel.kernel.UserError;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sign-ins of browsers. They are rows, not sessions of a process: they outlive a restart, hold on
 * every web node, and end everywhere at once.
 */
@Service
public class SignIns {
  /** A sign-in ends by itself when it was not used for so long. */
  public static final Duration LIFE = Duration.ofDays(30);

  private static final Duration PASSWORD_WINDOW = Duration.ofHours(1);
  private static final Duration SEEN_STEP = Duration.ofMinutes(5);

  /**
   * A sign-in just begun.
   *
   * @param cookie the word that the browser keeps
   */
  public record Begun(SignedIn signedIn, String cookie) {}

  private final SignInStore store;
  private final UserStore users;
  private final PasswordCheck passwords;
  private final Links links;
  private final Audit audit;
  private final InstantSource clock;

  SignIns(
      SignInStore store,
      UserStore users,
      PasswordCheck passwords,
      Links links,
      Audit audit,
      InstantSource clock) {
    this.store = store;
    this.users = users;
    this.passwords = passwords;
    this.links = links;
    this.audit = audit;
    this.clock = clock;
  }

  /** The person whose address and password these are. */
  public Optional<User> byPassword(String email, String password) {
    return passwords.check(email, password);
  }

  @Transactional
  public Begun begin(User user) {
    return begin(user, null, "password");
  }

  /** Uses up a one-time link; nothing when it is wrong, used, closed or too old. */
  @Transactional
  public Optional<Begun> enter(String word) {
    return links
        .take(word)
        .flatMap(taken ->
            users
                .find(taken.user())
                .map(user -> begin(user, clock.instant().plus(PASSWORD_WINDOW), text(taken))));
  }

  /** The sign-in that a browser's cookie stands for. */
  @Transactional
  public Optional<SignedIn> byCookie(String word) {
    Instant now = clock.instant();
    Optional<SignInStore.Found> found = store.find(new Secret(word).hash(), now, LIFE);
    found
        .filter(sighting -> sighting.lastSeen().isBefore(now.minus(SEEN_STEP)))
        .ifPresent(sighting -> store.seen(sighting.signedIn().id(), now));
    return found.map(SignInStore.Found::signedIn);
  }

  @Transactional
  public void end(SignedIn signedIn) {
    if (signedIn.via() == SignedIn.Via.COOKIE && store.end(signedIn.id(), clock.instant())) {
      audit.record(signedIn.user(), "sign-out", subject(signedIn.user()), null, Map.of());
    }
  }

  /** Name and first (or new) password of a person who came in by a one-time link. */
  @Transactional
  public void welcome(SignedIn me, String name, String password) {
    if (!me.maySetPassword()) {
      throw new UserError.Forbidden(
          "This page opens only from a one-time link; change the password in your settings.");
    }
    users.rename(me.user().id(), Text.name(name, "Your name"));
    replacePassword(me, password);
    store.passwordIsSet(me.id());
  }

  @Transactional
  public void changePassword(SignedIn me, String old, String password) {
    if (byPassword(me.user().email(), old).isEmpty()) {
      throw new UserError.Invalid("The present password is not right; type it again.");
    }
    replacePassword(me, password);
  }

  private void replacePassword(SignedIn me, String password) {
    users.setPassword(me.user().id(), passwords.hash(password));
    store.endOthers(me.user().id(), me.id(), clock.instant());
    audit.record(me.user(), "password.set", subject(me.user()), null, Map.of());
  }

  private Begun begin(User user, @Nullable Instant passwordUntil, String by) {
    UUID id = Ids.next();
    Secret secret = Secret.next("");
    store.insert(id, secret.hash(), user.id(), clock.instant(), passwordUntil);
    audit.record(user, "sign-in", subject(user), null, Map.of("by", by));
    return new Begun(
        new SignedIn(user, SignedIn.Via.COOKIE, id, passwordUntil != null), secret.word());
  }

  private static String subject(User user) {
    return "user:" + user.id();
  }

  private static String text(LinkStore.Taken taken) {
    return taken.purpose() == Purpose.INVITATION ? "invitation" : "one-time link";
  }
}
