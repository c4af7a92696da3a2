package io.keyreel.access;

import io.keyreel.access.LinkStore.Purpose;
import io.keyreel.access.LinkStore.Taken;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** One-time links: each opens once, and a newer one of a person closes the older ones. */
@Component
class Links {
  private static final Duration LIFE = Duration.ofDays(7);

  private final LinkStore store;
  private final InstantSource clock;

  Links(LinkStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /** The path of a new link, below the server's address. */
  String create(UUID user, Purpose purpose) {
    store.closeAll(user, clock.instant());
    Secret secret = Secret.next("");
    store.insert(secret.hash(), user, purpose, clock.instant().plus(LIFE));
    return "/enter/" + secret.word();
  }

  Optional<Taken> take(String word) {
    return store.take(new Secret(word).hash(), clock.instant());
  }
}
