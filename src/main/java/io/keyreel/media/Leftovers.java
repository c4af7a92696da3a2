package io.keyreel.media;

import io.keyreel.media.storage.ObjectStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Finds bytes that no video and no upload claims: of servers that were killed between a row and its
 * object, of ingests that failed, of deletions that the store refused. Looks only where this room
 * keeps its bytes, and only at what was written long enough ago.
 */
@Component
class Leftovers {
  private static final List<String> OF_VIDEOS = List.of("originals/", "packs/", "storyboards/");

  private final ObjectStore store;
  private final VideoStore videos;
  private final UploadStore uploads;
  private final TransactionTemplate transactions;

  Leftovers(
      ObjectStore store, VideoStore videos, UploadStore uploads, TransactionTemplate transactions) {
    this.store = store;
    this.videos = videos;
    this.uploads = uploads;
    this.transactions = transactions;
  }

  /** Removes what was left over before then; answers how many objects that were. */
  int sweep(Instant then) {
    int swept = 0;
    for (String prefix : OF_VIDEOS) {
      for (Map.Entry<UUID, List<String>> old : byOwner(prefix, then).entrySet()) {
        swept += removeUnclaimed(old.getKey(), prefix, old.getValue());
      }
    }
    for (Map.Entry<UUID, List<String>> old : byOwner("uploads/", then).entrySet()) {
      Optional<UploadStore.Row> row = uploads.find(old.getKey());
      if (row.isEmpty() || row.get().upload().finished()) {
        swept += remove(old.getValue());
      }
    }
    return swept + sweepParts(then);
  }

  /** An ingest that begins meanwhile waits for the row, so that its own objects are safe. */
  private int removeUnclaimed(UUID video, String prefix, List<String> keys) {
    Integer removed =
        transactions.execute(status -> {
          Optional<VideoState> state = videos.lock(video);
          boolean unused =
              state.isEmpty()
                  || (state.get() == VideoState.REJECTED && !prefix.equals("originals/"));
          return unused ? remove(keys) : 0;
        });
    return removed == null ? 0 : removed;
  }

  private int remove(List<String> keys) {
    keys.forEach(store::delete);
    return keys.size();
  }

  private int sweepParts(Instant then) {
    int swept = 0;
    for (var open : store.openParts("originals/")) {
      if (open.begun().isBefore(then) && !uploads.collects(open.collection())) {
        store.abortParts(open.key(), open.collection());
        swept++;
      }
    }
    return swept;
  }

  private Map<UUID, List<String>> byOwner(String prefix, Instant then) {
    Map<UUID, List<String>> owners = new HashMap<>();
    store.each(
        prefix,
        object -> {
          UUID owner = owner(object.key(), prefix);
          if (owner != null && object.written().isBefore(then)) {
            owners.computeIfAbsent(owner, id -> new ArrayList<>()).add(object.key());
          }
        });
    return owners;
  }

  private static @Nullable UUID owner(String key, String prefix) {
    int end = prefix.length() + 36;
    try {
      return key.length() < end ? null : UUID.fromString(key.substring(prefix.length(), end));
    } catch (IllegalArgumentException notOurs) {
      return null;
    }
  }
}
