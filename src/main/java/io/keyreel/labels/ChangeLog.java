package io.keyreel.labels;

import io.keyreel.jobs.Broadcast;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * All that watchers of a label set must hear of, in the order in which it was committed: whoever
 * writes here holds the label set's row until the commit.
 */
@Service
public class ChangeLog {
  private final ChangeStore store;
  private final LabelSetStore sets;
  private final LabelSets labelSets;
  private final Broadcast broadcast;
  private final Json json;
  private final InstantSource clock;

  ChangeLog(
      ChangeStore store,
      LabelSetStore sets,
      LabelSets labelSets,
      Broadcast broadcast,
      Json json,
      InstantSource clock) {
    this.store = store;
    this.sets = sets;
    this.labelSets = labelSets;
    this.broadcast = broadcast;
    this.json = json;
    this.clock = clock;
  }

  /** Joins the caller's transaction, if there is one, and tells watchers after its commit. */
  @Transactional
  public long append(
      UUID labelSet,
      @Nullable UUID task,
      String kind,
      String subject,
      Object after,
      @Nullable UUID author) {
    labelSets.locked(labelSet);
    long seq = sets.nextSeq(labelSet);
    Change change =
        new Change(
            seq,
            null,
            task,
            kind,
            subject,
            null,
            json.tree(after),
            true,
            null,
            author,
            clock.instant());
    store.insert(labelSet, change, null, null);
    tell(labelSet, seq);
    return seq;
  }

  /** What was applied after a number, oldest first. */
  public List<Change> after(UUID labelSet, long seq, int limit) {
    return store.after(labelSet, seq, limit);
  }

  /** The number of the last committed change. */
  public long seq(UUID labelSet) {
    return labelSets.find(labelSet).seq();
  }

  void tell(UUID labelSet, long seq) {
    broadcast.publish("set:" + labelSet, "{\"seq\":%d}".formatted(seq));
  }
}
