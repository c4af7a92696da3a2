package io.keyreel.analytics;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Active time. A person's moments are what their annotator reported, their changes, transitions and
 * notes. From one moment to the person's next one the time is active when it is not longer than the
 * cut-off, else none of it; it belongs to the task, the stage and the day (UTC) of the first of the
 * two. One person at two tasks at a time is counted once.
 */
@Component
class ActiveTimes {
  static final Duration CUT_OFF = Duration.ofSeconds(60);

  private final StaleDayStore stale;
  private final ActiveTimeStore store;

  ActiveTimes(StaleDayStore stale, ActiveTimeStore store) {
    this.stale = stale;
    this.store = store;
  }

  /**
   * Counts one day of one person that has changed.
   *
   * @return the projects it tells of; empty where no day has changed
   */
  @Transactional
  public Optional<List<UUID>> countNext() {
    return stale
        .take()
        .map(day -> {
          store.recount(day.user(), day.day());
          return store.projects(day.user(), day.day());
        });
  }
}
