package io.keyreel.access;

import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whose password is this? */
@Component
class PasswordCheck {
  private final UserStore users;
  private final Passwords passwords;
  private final Attempts attempts;

  PasswordCheck(UserStore users, Passwords passwords, Attempts attempts) {
    this.users = users;
    this.passwords = passwords;
    this.attempts = attempts;
  }

  Optional<User> check(String typed, String password) {
    String email = Text.emailOrNothing(typed);
    attempts.check(email);
    Optional<UserStore.Credentials> known = users.credentials(email);
    String hash = known.map(UserStore.Credentials::passwordHash).orElse(null);
    if (passwords.matches(password, hash)) {
      attempts.succeeded(email);
      return known.map(UserStore.Credentials::user);
    }
    attempts.failed(email);
    return Optional.empty();
  }

  String hash(String password) {
    return passwords.hash(Text.password(password));
  }
}
