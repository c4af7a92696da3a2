package io.keyreel.media;

import io.keyreel.kernel.Cancellation;
import io.keyreel.kernel.UserError;
import io.keyreel.media.storage.ObjectStore;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes to the object store and outlasts its short absences, so that no decode is in vain. */
final class PatientStore {
  private static final Logger LOG = LoggerFactory.getLogger(PatientStore.class);
  private static final long FIRST_WAIT_MILLIS = 250;
  private static final long LONGEST_WAIT_MILLIS = 5_000;

  private final ObjectStore store;
  private final Cancellation cancellation;
  private final Duration patience;

  PatientStore(ObjectStore store, Cancellation cancellation, Duration patience) {
    this.store = store;
    this.cancellation = cancellation;
    this.patience = patience;
  }

  void put(String key, byte[] bytes, String type) {
    long end = System.nanoTime() + patience.toNanos();
    long wait = FIRST_WAIT_MILLIS;
    while (true) {
      try {
        store.put(key, bytes, type);
        return;
      } catch (UserError.Unavailable away) {
        if (System.nanoTime() > end) {
          throw away;
        }
        LOG.warn("{} Trying again.", away.getMessage());
        pause(wait);
        wait = Math.min(LONGEST_WAIT_MILLIS, wait * 2);
      }
    }
  }

  private void pause(long millis) {
    cancellation.check();
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted");
    }
  }
}
