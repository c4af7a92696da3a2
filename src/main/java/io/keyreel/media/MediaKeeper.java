package io.keyreel.media;

import io.keyreel.kernel.UserError;
import io.keyreel.media.storage.ObjectStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tidies up from time to time: uploads that nobody goes on with, and bytes that nobody claims. Any
 * number of servers may do so at once.
 */
@Component
class MediaKeeper implements DisposableBean {
  private static final Logger LOG = LoggerFactory.getLogger(MediaKeeper.class);
  private static final long FIRST_MINUTES = 10;
  private static final long EVERY_MINUTES = 360;

  private final UploadStore uploads;
  private final Arrivals arrivals;
  private final Leftovers leftovers;
  private final ObjectStore store;
  private final InstantSource clock;
  private final Patience patience;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("keyreel-media-keeper").factory());

  MediaKeeper(
      UploadStore uploads,
      Arrivals arrivals,
      Leftovers leftovers,
      ObjectStore store,
      InstantSource clock,
      Patience patience) {
    this.uploads = uploads;
    this.arrivals = arrivals;
    this.leftovers = leftovers;
    this.store = store;
    this.clock = clock;
    this.patience = patience;
  }

  /** How long things may lie. */
  @Component
  static class Patience {
    private final Duration uploads;
    private final Duration leftovers;

    Patience(
        @Value("${keyreel.media.uploads-expire-after}") Duration uploads,
        @Value("${keyreel.media.leftovers-kept-for}") Duration leftovers) {
      this.uploads = uploads;
      this.leftovers = leftovers;
    }

    /** After how long a rest an upload is given up. */
    Duration uploads() {
      return uploads;
    }
  }

  @EventListener(ApplicationReadyEvent.class)
  void begin() {
    var unused =
        timer.scheduleWithFixedDelay(this::tidy, FIRST_MINUTES, EVERY_MINUTES, TimeUnit.MINUTES);
  }

  void tidy() {
    try {
      expireUploads();
      int swept = leftovers.sweep(clock.instant().minus(patience.leftovers));
      if (swept > 0) {
        LOG.info("Removed {} objects that nothing refers to", swept);
      }
    } catch (UserError away) {
      LOG.warn("Tidying up was put off: {}", away.getMessage());
    } catch (RuntimeException e) {
      LOG.error("Tidying up failed", e);
    }
  }

  private void expireUploads() {
    Instant then = clock.instant().minus(patience.uploads);
    for (UUID id : uploads.idleSince(then)) {
      if (arrivals.expire(id, then, this::discard)) {
        LOG.info("Upload {} was given up after {} of rest", id, patience.uploads);
      }
    }
  }

  private void discard(UploadStore.Row row) {
    store.abortParts(Keys.original(row.upload().video()), row.collection());
    store.deleteAll(Keys.tails(row.upload().id()));
  }

  @Override
  public void destroy() {
    timer.shutdownNow();
  }
}
