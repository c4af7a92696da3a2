package io.keyreel.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/**
 * Takes jobs from the queue while this node runs. A dead worker's jobs are taken over after five
 * missed heartbeats of three seconds.
 */
final class JobWorker implements SmartLifecycle {
  private static final Duration HEARTBEAT = Duration.ofSeconds(3);
  private static final int MISSED = 5;
  private static final Duration POLL = Duration.ofSeconds(2);
  private static final Duration GRACE = Duration.ofSeconds(10);
  private static final Duration AFTER_TROUBLE = Duration.ofSeconds(5);

  private final DataSource database;
  private final Supplier<List<JobTask>> tasks;
  private final Broadcast broadcast;
  private final InstantSource clock;
  private final int threads;
  private @Nullable Scheduler scheduler;
  private @Nullable Subscription due;

  JobWorker(
      DataSource database,
      Supplier<List<JobTask>> tasks,
      Broadcast broadcast,
      InstantSource clock,
      int threads) {
    this.database = database;
    this.tasks = tasks;
    this.broadcast = broadcast;
    this.clock = clock;
    this.threads = threads;
  }

  @Override
  public void start() {
    List<Task<?>> known = tasks.get().stream().<Task<?>>map(this::queued).toList();
    String name = "worker-" + UUID.randomUUID();
    Scheduler started =
        Scheduler.create(database, known)
            .threads(threads)
            .pollingInterval(POLL)
            .heartbeatInterval(HEARTBEAT)
            .missedHeartbeatsLimit(MISSED)
            .shutdownMaxWait(GRACE)
            .schedulerName(() -> name)
            .clock(clock::instant)
            .build();
    started.start();
    due = broadcast.subscribe(JobNews.DUE, news -> started.triggerCheckForDueExecutions());
    scheduler = started;
  }

  /** The topic is the queue's task name: a worker leaves alone what it has no handler for. */
  private CustomTask<Void> queued(JobTask task) {
    return Tasks.custom(task.topic(), Void.class)
        .onDeadExecutionRevive()
        .onFailure((complete, operations) ->
            operations.reschedule(complete, clock.instant().plus(AFTER_TROUBLE)))
        .execute((instance, context) ->
            task.execute(
                UUID.fromString(instance.getId()),
                () -> context.getSchedulerState().isShuttingDown()));
  }

  @Override
  public void stop() {
    Subscription subscription = due;
    Scheduler running = scheduler;
    due = null;
    scheduler = null;
    if (subscription != null) {
      subscription.close();
    }
    if (running != null) {
      running.stop();
    }
  }

  @Override
  public boolean isRunning() {
    return scheduler != null;
  }
}
