package io.keyreel.jobs;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler.OnCompleteRemove;
import io.keyreel.kernel.UserError;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the jobs of one topic, each to one of its ends. */
final class JobTask {
  private static final Logger LOG = LoggerFactory.getLogger(JobTask.class);
  private static final List<Duration> WAITS =
      List.of(Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofSeconds(20));

  /** A job that takes its worker down with it must not do so for ever. */
  private static final int MOST_ATTEMPTS = 20;

  private final JobStore store;
  private final JobNews news;
  private final InstantSource clock;
  private final JobHandler handler;

  JobTask(JobStore store, JobNews news, InstantSource clock, JobHandler handler) {
    this.store = store;
    this.news = news;
    this.clock = clock;
    this.handler = handler;
  }

  String topic() {
    return handler.topic();
  }

  CompletionHandler<Void> execute(UUID id, BooleanSupplier shuttingDown) {
    Optional<Attempt> attempt = store.start(id, clock.instant());
    if (attempt.isEmpty()) {
      store.endCancelled(id, clock.instant()).ifPresent(news::changed);
      return new OnCompleteRemove<>();
    }
    news.changed(attempt.get().job());
    return run(attempt.get(), shuttingDown);
  }

  private CompletionHandler<Void> run(Attempt attempt, BooleanSupplier shuttingDown) {
    Job job = attempt.job();
    if (attempt.number() > MOST_ATTEMPTS) {
      return fail(attempt, "It stopped its worker %d times.".formatted(MOST_ATTEMPTS));
    }
    try {
      handler.run(new RunningJob(attempt, store, news, shuttingDown));
      return end(attempt, JobState.DONE, null);
    } catch (CancellationException e) {
      if (shuttingDown.getAsBoolean() && !store.isCancelRequested(job.id())) {
        return again(attempt, attempt.failures(), Duration.ZERO, "Waiting for a worker");
      }
      return end(attempt, JobState.CANCELLED, null);
    } catch (UserError e) {
      return fail(attempt, String.valueOf(e.getMessage()));
    } catch (Throwable e) {
      if (shuttingDown.getAsBoolean()) {
        return again(attempt, attempt.failures(), Duration.ZERO, "Waiting for a worker");
      }
      return retry(attempt, e);
    }
  }

  private CompletionHandler<Void> retry(Attempt attempt, Throwable cause) {
    Job job = attempt.job();
    int failures = attempt.failures() + 1;
    if (failures > WAITS.size()) {
      LOG.error("Job {} ({}) failed {} times, given up", job.id(), job.topic(), failures, cause);
      return fail(
          attempt,
          cause.getCause() instanceof UserError known
              ? "It failed %d times in a row. %s".formatted(failures, known.getMessage())
              : "It failed %d times in a row; the server's log says why under job %s."
                  .formatted(failures, job.id()));
    }
    Duration wait = WAITS.get(failures - 1);
    LOG.warn(
        "Job {} ({}) failed, tried again in {} s", job.id(), job.topic(), wait.toSeconds(), cause);
    return again(attempt, failures, wait, "Trying again after an error");
  }

  private CompletionHandler<Void> again(
      Attempt attempt, int failures, Duration wait, String message) {
    store.requeue(attempt.job().id(), attempt.number(), failures, message).ifPresent(news::changed);
    Instant next = clock.instant().plus(wait);
    return (complete, operations) -> operations.reschedule(complete, next);
  }

  private CompletionHandler<Void> fail(Attempt attempt, String reason) {
    handler.failed(attempt.job(), reason);
    return end(attempt, JobState.FAILED, reason);
  }

  private CompletionHandler<Void> end(Attempt attempt, JobState state, @Nullable String error) {
    store
        .finish(attempt.job().id(), attempt.number(), state, error, clock.instant())
        .ifPresent(news::changed);
    return new OnCompleteRemove<>();
  }
}
