package io.keyreel;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waits for what another thread or process brings about, generously, for slow machines. */
public final class Eventually {
  private static final Duration LONGEST = Duration.ofSeconds(90);

  private Eventually() {}

  /** Answers the first value that fits, or the last one seen where none came in time. */
  public static <T> T eventually(Supplier<T> value, Predicate<T> fits) {
    return eventually(LONGEST, value, fits);
  }

  /** As above, for what takes longer than most. */
  public static <T> T eventually(Duration longest, Supplier<T> value, Predicate<T> fits) {
    long deadline = System.nanoTime() + longest.toNanos();
    T seen = value.get();
    while (!fits.test(seen) && System.nanoTime() < deadline) {
      pause();
      seen = value.get();
    }
    return seen;
  }

  public static boolean eventually(Duration longest, BooleanSupplier condition) {
    return eventually(longest, condition::getAsBoolean, happened -> happened);
  }

  public static boolean eventually(BooleanSupplier condition) {
    return eventually(condition::getAsBoolean, happened -> happened);
  }

  private static void pause() {
    try {
      Thread.sleep(25);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting", e);
    }
  }
}
