package io.keyreel.analytics;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Lets a worker's read models catch up a few times a minute. */
@Component
@ConditionalOnExpression("'${keyreel.role}' != 'web'")
class RollupWorker implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(RollupWorker.class);

  private final Rollups rollups;
  private final Duration every;
  private volatile @Nullable Thread thread;

  RollupWorker(Rollups rollups, @Value("${keyreel.analytics.every:20s}") Duration every) {
    this.rollups = rollups;
    this.every = every;
  }

  @Override
  public void start() {
    rollups.start();
    Thread worker = Thread.ofPlatform().name("keyreel-analytics").daemon().unstarted(this::work);
    thread = worker;
    worker.start();
  }

  private void work() {
    while (isRunning()) {
      try {
        Thread.sleep(every);
        rollups.catchUp();
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        if (isRunning()) {
          LOG.warn(
              "The figures could not be brought up to date, trying again: {}", e.getMessage(), e);
        }
      }
    }
  }

  @Override
  public void stop() {
    Thread worker = thread;
    thread = null;
    rollups.stop();
    if (worker != null) {
      worker.interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return thread != null;
  }
}
