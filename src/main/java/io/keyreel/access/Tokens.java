package io.keyreel.access;

import io.keyreel.kernel.Ids;
import io.keyreel.kernel.UserError;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tokens by which programs act as their owner. Only a hash is kept; the word is shown once. */
@Service
public class Tokens {
  private static final String PREFIX = "krl_";
  private static final Duration USED_STEP = Duration.ofMinutes(1);

  /**
   * A token just made.
   *
   * @param secret what the program sends; it is not shown again
   */
  public record Created(ApiToken token, String secret) {}

  private final TokenStore store;
  private final Audit audit;
  private final InstantSource clock;

  Tokens(TokenStore store, Audit audit, InstantSource clock) {
    this.store = store;
    this.audit = audit;
    this.clock = clock;
  }

  @Transactional
  public Created create(String name, User by) {
    Secret secret = Secret.next(PREFIX);
    ApiToken token =
        new ApiToken(Ids.next(), Text.name(name, "The token's name"), clock.instant(), null);
    store.insert(token.id(), by.id(), token.name(), secret.hash(), token.createdAt());
    audit.record(by, "token.create", subject(token.id()), null, Map.of("name", token.name()));
    return new Created(token, secret.word());
  }

  public List<ApiToken> list(User by) {
    return store.of(by.id());
  }

  @Transactional
  public void revoke(UUID token, User by) {
    if (!store.revoke(token, by.id(), clock.instant())) {
      throw new UserError.NotFound("There is no such token; reload the list.");
    }
    audit.record(by, "token.revoke", subject(token), null, Map.of());
  }

  /** The person for whom a program that sends this word acts. */
  @Transactional
  public Optional<SignedIn> bySecret(String word) {
    if (!word.startsWith(PREFIX)) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    Optional<SignedIn> found = store.find(new Secret(word).hash());
    found.ifPresent(signedIn -> store.used(signedIn.id(), now, USED_STEP));
    return found;
  }

  private static String subject(UUID token) {
    return "token:" + token;
  }
}
