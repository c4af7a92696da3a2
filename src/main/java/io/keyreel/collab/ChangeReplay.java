package io.keyreel.collab;

import io.keyreel.access.User;
import io.keyreel.access.Users;
import io.keyreel.labels.Change;
import io.keyreel.labels.ChangeLog;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the change log for listeners, from where each of them is. */
@Component
class ChangeReplay {
  private static final int BATCH = 200;

  private final ChangeLog log;
  private final Users users;

  ChangeReplay(ChangeLog log, Users users) {
    this.log = log;
    this.users = users;
  }

  Cursor from(UUID labelSet, @Nullable Long after) {
    return new Cursor(labelSet, after == null ? log.seq(labelSet) : after);
  }

  /** One listener's place in the log of a label set. Numbers are given in the order of commits. */
  final class Cursor {
    private final UUID labelSet;
    private final Map<UUID, LiveChange.Author> authors = new HashMap<>();
    private long last;

    private Cursor(UUID labelSet, long last) {
      this.labelSet = labelSet;
      this.last = last;
    }

    long last() {
      return last;
    }

    /** Sends each change that is committed and not yet sent, once. */
    void sendNew(EventSink sink) throws IOException {
      List<Change> batch;
      do {
        batch = log.after(labelSet, last, BATCH);
        for (Change change : batch) {
          sink.send(change.seq(), "change", LiveChange.of(change, author(change.author())));
          last = change.seq();
        }
      } while (batch.size() == BATCH);
    }

    private LiveChange.@Nullable Author author(@Nullable UUID id) {
      return id == null ? null : authors.computeIfAbsent(id, this::named);
    }

    private LiveChange.Author named(UUID id) {
      User user = users.find(id);
      return new LiveChange.Author(user.id(), user.name());
    }
  }
}
