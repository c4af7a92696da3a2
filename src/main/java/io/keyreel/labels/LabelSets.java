package io.keyreel.labels;

import io.keyreel.kernel.Ids;
import io.keyreel.kernel.UserError;
import java.time.InstantSource;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds and makes label sets. Who may see them is decided by the task or project they belong to.
 */
@Service
public class LabelSets {
  private final LabelSetStore store;
  private final InstantSource clock;

  LabelSets(LabelSetStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  public LabelSet find(UUID id) {
    return store.find(id).orElseThrow(LabelSets::missing);
  }

  public LabelSet truthOf(UUID video) {
    return store
        .truthOf(video)
        .orElseThrow(() -> new UserError.NotFound("This video has no labels yet."));
  }

  /** Makes the truth of a video, or finds it where it already is. */
  @Transactional
  public LabelSet createTruth(UUID video, UUID project) {
    store.insertTruth(Ids.next(), project, video, clock.instant());
    return truthOf(video);
  }

  /** Makes labels of a video that stand beside its truth. */
  @Transactional
  public LabelSet createCopy(UUID video, UUID project) {
    UUID id = Ids.next();
    store.insertCopy(id, project, video, clock.instant());
    return find(id);
  }

  /** Makes edits and transitions of the label set serial until the caller's transaction ends. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void lock(UUID id) {
    locked(id);
  }

  LockedSet locked(UUID id) {
    return store.lock(id).orElseThrow(LabelSets::missing);
  }

  private static UserError.NotFound missing() {
    return new UserError.NotFound("There are no such labels.");
  }
}
