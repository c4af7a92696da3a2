package io.keyreel.access;

import io.keyreel.kernel.UserError;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Slows down the guessing of one person's password. Forgets the oldest when many are tried. */
@Component
class Attempts {
  private static final int LIMIT = 10;
  private static final int REMEMBERED = 10_000;
  private static final Duration PAUSE = Duration.ofMinutes(5);

  private record Failures(int count, Instant last) {}

  private final InstantSource clock;
  private final Map<String, Failures> failures =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
          return size() > REMEMBERED;
        }
      };

  Attempts(InstantSource clock) {
    this.clock = clock;
  }

  synchronized void check(String email) {
    Failures known = recent(email);
    if (known != null && known.count >= LIMIT) {
      throw new UserError.Unavailable(
          "Too many wrong passwords for this address; try again in five minutes.", null);
    }
  }

  synchronized void failed(String email) {
    Failures known = recent(email);
    failures.put(email, new Failures(known == null ? 1 : known.count + 1, clock.instant()));
  }

  synchronized void succeeded(String email) {
    failures.remove(email);
  }

  private @Nullable Failures recent(String email) {
    Failures known = failures.get(email);
    return known == null || known.last.plus(PAUSE).isBefore(clock.instant()) ? null : known;
  }
}
