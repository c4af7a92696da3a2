package io.keyreel.jobs;

import io.keyreel.kernel.Cancellation;
import io.keyreel.kernel.Progress;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** One attempt at work, as its handler sees it. */
final class RunningJob implements JobContext {
  private static final long BETWEEN_WRITES = TimeUnit.MILLISECONDS.toNanos(300);
  private static final long BETWEEN_LOOKS = TimeUnit.MILLISECONDS.toNanos(400);

  private final Attempt attempt;
  private final JobStore store;
  private final JobNews news;
  private final BooleanSupplier shuttingDown;
  private long lastWrite;
  private long lastLook;
  private volatile boolean unwanted;

  RunningJob(Attempt attempt, JobStore store, JobNews news, BooleanSupplier shuttingDown) {
    this.attempt = attempt;
    this.store = store;
    this.news = news;
    this.shuttingDown = shuttingDown;
    this.lastWrite = System.nanoTime() - BETWEEN_WRITES;
    this.lastLook = System.nanoTime();
  }

  @Override
  public Job job() {
    return attempt.job();
  }

  @Override
  public Progress progress() {
    return this::report;
  }

  @Override
  public Cancellation cancellation() {
    return this::isUnwanted;
  }

  private synchronized void report(double fraction, String message) {
    if (System.nanoTime() - lastWrite < BETWEEN_WRITES) {
      return;
    }
    double bounded = Math.clamp(fraction, 0, 1);
    if (store.progress(job().id(), attempt.number(), bounded, message)) {
      news.changed(with(bounded, message));
    }
    lastWrite = System.nanoTime();
  }

  private Job with(double fraction, String message) {
    Job job = job();
    return new Job(
        job.id(),
        job.topic(),
        job.subject(),
        job.projectId(),
        job.title(),
        job.state(),
        fraction,
        message,
        job.error(),
        job.requestedBy(),
        job.createdAt(),
        job.startedAt(),
        job.finishedAt(),
        job.payload());
  }

  private synchronized boolean isUnwanted() {
    if (unwanted || shuttingDown.getAsBoolean()) {
      return true;
    }
    if (System.nanoTime() - lastLook >= BETWEEN_LOOKS) {
      unwanted = !store.isWanted(job().id(), attempt.number());
      lastLook = System.nanoTime();
    }
    return unwanted;
  }
}
