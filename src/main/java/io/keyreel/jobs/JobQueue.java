package io.keyreel.jobs;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import io.keyreel.kernel.Ids;
import io.keyreel.kernel.UserError;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes work in and tells how it goes. Who may ask for what is for the callers to decide. */
public class JobQueue {
  private final JobStore store;
  private final JobNews news;
  private final SchedulerClient scheduler;
  private final InstantSource clock;

  JobQueue(JobStore store, JobNews news, SchedulerClient scheduler, InstantSource clock) {
    this.store = store;
    this.news = news;
    this.scheduler = scheduler;
    this.clock = clock;
  }

  /** Queues the work in the caller's transaction: it runs if and only if that one commits. */
  @Transactional(propagation = Propagation.MANDATORY)
  public UUID submit(JobRequest request) {
    UUID id = Ids.next();
    Instant now = clock.instant();
    while (!store.insert(id, request, now)) {
      Optional<UUID> waiting = store.lockPending(request.topic(), request.dedupeKey());
      if (waiting.isPresent()) {
        return waiting.get();
      }
    }
    scheduler.schedule(new TaskInstance<>(request.topic(), id.toString()), now);
    news.due();
    news.changed(find(id));
    return id;
  }

  public Job find(UUID id) {
    return store
        .find(id)
        .orElseThrow(
            () -> new UserError.NotFound("There is no such job; it may have been cleared away."));
  }

  /** The newest first. */
  public List<Job> ofProject(UUID project, int limit) {
    return store.ofProject(project, limit);
  }

  /** What waits or runs in these projects, the oldest first. */
  public List<Job> active(Set<UUID> projects) {
    return store.active(projects);
  }

  /** A waiting job is cancelled at once, a running one within a second or so; others stay. */
  @Transactional
  public void cancel(UUID id) {
    store.cancel(id, clock.instant()).ifPresent(news::changed);
  }
}
