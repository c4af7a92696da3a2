package io.keyreel.analytics;

import io.keyreel.kernel.UserError;
import io.keyreel.media.Fingerprints;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds recordings of a project that look alike. */
@Component
class Looks {
  /** Bits of 64 in which two pictures that look alike may differ. */
  private static final int NEAR = 6;

  private static final int MILLION = 1_000_000;
  private static final int LEAST = MILLION / 2;

  private final LookStore store;
  private final Fingerprints fingerprints;

  Looks(LookStore store, Fingerprints fingerprints) {
    this.store = store;
    this.fingerprints = fingerprints;
  }

  /** Looks at one recording that is new, and compares it with the others of its project. */
  @Transactional
  public Optional<UUID> lookAtNext() {
    return store
        .next()
        .map(video -> {
          long[] hashes = pictures(video.video());
          store
              .others(video)
              .forEach((other, theirs) -> {
                int shared = shared(hashes, theirs);
                if (shared >= LEAST) {
                  store.twins(video.video(), other, shared);
                }
              });
          store.put(video, hashes);
          return video.project();
        });
  }

  /** A recording whose storyboard is gone looks like no other. */
  private long[] pictures(UUID video) {
    try {
      return fingerprints.of(video);
    } catch (UserError.NotFound e) {
      return new long[0];
    }
  }

  /** Which share of the shorter one's pictures the other one has, too, in millionths. */
  static int shared(long[] a, long[] b) {
    long[] few = a.length <= b.length ? a : b;
    long[] many = few == a ? b : a;
    int found = 0;
    for (long picture : few) {
      for (long other : many) {
        if (Long.bitCount(picture ^ other) <= NEAR) {
          found++;
          break;
        }
      }
    }
    return few.length == 0 ? 0 : (int) Math.round((double) found * MILLION / few.length);
  }
}
