package io.keyreel.analytics;

import io.keyreel.access.User;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody of the fortnight: when they act next, and what they are at. */
final class SimPerson {
  /** Something to do, and how long the person takes before the next thing. */
  interface Step {
    Duration act();
  }

  final User user;
  final String token;
  final boolean reviews;
  final int shift;
  final Random chance;
  final Deque<Step> plan = new ArrayDeque<>();
  Instant next;
  @Nullable UUID task;

  /**
   * @param shift the hour in UTC at which this person's day of eight hours begins
   */
  SimPerson(User user, String token, boolean reviews, int shift, Instant first, long seed) {
    this.user = user;
    this.token = token;
    this.reviews = reviews;
    this.shift = shift;
    this.chance = new Random(seed);
    this.next = first.plus(Duration.ofHours(shift));
  }

  /** Sets when to go on: where the shift is over, at the next one. */
  void goOn(Instant now, Duration after, Instant first) {
    Instant at = now.plus(after);
    long shifts = Duration.between(first.plus(Duration.ofHours(shift)), at).toHours() / 24;
    Instant end = first.plus(Duration.ofHours(shift + 24 * shifts + 8));
    next =
        at.isBefore(end) ? at : end.plus(Duration.ofHours(16)).plusSeconds(chance.nextInt(14_400));
  }
}
