package io.keyreel.analytics;

import java.time.Instant;
import java.time.InstantSource;

/** Goes where the simulation says, and a microsecond on with each look, as real time would. */
final class SimClock implements InstantSource {
  private Instant now;

  SimClock(Instant start) {
    now = start;
  }

  @Override
  public synchronized Instant instant() {
    now = now.plusNanos(1000);
    return now;
  }

  synchronized Instant look() {
    return now;
  }

  synchronized void to(Instant time) {
    if (time.isAfter(now)) {
      now = time;
    }
  }
}
