package io.keyreel.analytics;

import io.keyreel.access.User;
import io.keyreel.kernel.UserError;
import io.keyreel.workflow.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes in what annotators tell of people's doings. */
@Service
public class Activity {
  private static final int MOST = 1000;
  private static final Duration OLDEST = Duration.ofDays(7);

  private final ActivityStore store;
  private final StaleDayStore stale;
  private final Tasks tasks;
  private final InstantSource clock;

  Activity(ActivityStore store, StaleDayStore stale, Tasks tasks, InstantSource clock) {
    this.store = store;
    this.stale = stale;
    this.tasks = tasks;
    this.clock = clock;
  }

  /** Keeps the moments that are new. What is older than a week came too late. */
  @Transactional
  public void record(UUID task, List<Moment> moments, User by) {
    tasks.find(task, by);
    if (moments.size() > MOST) {
      throw new UserError.Invalid(
          "%d moments came at once; send at most %d in a request.".formatted(moments.size(), MOST));
    }
    Instant now = clock.instant();
    List<ActivityStore.Row> rows = new ArrayList<>();
    for (Moment moment : moments) {
      if (moment.ago() < 0) {
        throw new UserError.Invalid(
            "A moment lies %d ms in the future; \"ago\" is 0 or more.".formatted(-moment.ago()));
      }
      if (moment.ago() <= OLDEST.toMillis()) {
        rows.add(new ActivityStore.Row(moment.id(), now.minusMillis(moment.ago()), moment.frame()));
      }
    }
    if (!rows.isEmpty()) {
      store.insert(task, by.id(), rows);
      stale.markActivity(by.id(), rows.stream().map(ActivityStore.Row::at).toList());
    }
  }
}
