package io.keyreel.workflow;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Looks every minute whether tasks lie idle, letters are due and labels under review have moved on.
 * Every node does; rows are locked, so that each thing is done once.
 */
@Component
class Rounds implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
  private static final long EVERY_SECONDS = 60;

  private final Leases leases;
  private final Mailing mailing;
  private final ReviewQueue queue;
  private volatile ScheduledExecutorService timer = timer();
  private volatile boolean running;

  Rounds(Leases leases, Mailing mailing, ReviewQueue queue) {
    this.queue = queue;
    this.leases = leases;
    this.mailing = mailing;
  }

  @Override
  public void start() {
    timer = timer();
    timer.scheduleWithFixedDelay(this::go, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
    running = true;
  }

  private void go() {
    try {
      leases.returnIdle();
      mailing.send();
      queue.prepare();
    } catch (RuntimeException e) {
      LOG.warn("A round was cut short, the next one goes on: {}", e.toString());
    }
  }

  @Override
  public void stop() {
    timer.shutdownNow();
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  private static ScheduledExecutorService timer() {
    return Executors.newSingleThreadScheduledExecutor(
        Thread.ofPlatform().daemon().name("keyreel-rounds").factory());
  }
}
