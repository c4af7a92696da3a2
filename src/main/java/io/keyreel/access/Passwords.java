package io.keyreel.access;

import io.keyreel.kernel.UserError;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/** Argon2id with 46 MiB a time; few at once, so that a flood of sign-ins cannot eat the memory. */
@Component
class Passwords {
  private static final int MEMORY_KIB = 46 * 1024;
  private static final int AT_ONCE = 4;
  private static final int WAIT_SECONDS = 10;

  private final Argon2PasswordEncoder argon = new Argon2PasswordEncoder(16, 32, 1, MEMORY_KIB, 1);
  private final Semaphore permits = new Semaphore(AT_ONCE, true);
  private final String nobody = capped(() -> argon.encode("nobody has this password"));

  String hash(String password) {
    return capped(() -> argon.encode(password));
  }

  /** Takes as long for an unknown address ({@code hash} absent) as for a known one. */
  boolean matches(String password, @Nullable String hash) {
    boolean same = capped(() -> argon.matches(password, hash == null ? nobody : hash));
    return same && hash != null;
  }

  private <T> T capped(Supplier<T> work) {
    try {
      if (!permits.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS)) {
        throw busy(null);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw busy(e);
    }
    try {
      return work.get();
    } finally {
      permits.release();
    }
  }

  private static UserError busy(@Nullable Throwable cause) {
    return new UserError.Unavailable(
        "Too many people are signing in at this moment; try again in a few seconds.", cause);
  }
}
