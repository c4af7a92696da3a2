package io.keyreel.kernel;

import java.util.concurrent.CancellationException;

/** Tells long work whether to stop. Work asks at least every second. */
@FunctionalInterface
public interface Cancellation {
  Cancellation NEVER = () -> false;

  boolean requested();

  /** Leaves the work by {@link CancellationException} when a stop was asked for. */
  default void check() {
    if (requested()) {
      throw new CancellationException("cancelled");
    }
  }
}
