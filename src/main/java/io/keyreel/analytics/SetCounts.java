package io.keyreel.analytics;

import io.keyreel.media.Videos;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts the changes of a label set. The figures of a stretch of the log and the cursor behind it
 * are one commit: each change counts once, wherever a worker dies.
 */
@Component
class SetCounts {
  private static final int STRETCH = 2000;

  private final CursorStore cursors;
  private final DeedStore deeds;
  private final Tally tally;
  private final VisitStore visits;
  private final StaleDayStore stale;
  private final BlockStore blocks;
  private final Videos videos;

  SetCounts(
      CursorStore cursors,
      DeedStore deeds,
      Tally tally,
      VisitStore visits,
      StaleDayStore stale,
      BlockStore blocks,
      Videos videos) {
    this.cursors = cursors;
    this.deeds = deeds;
    this.tally = tally;
    this.visits = visits;
    this.stale = stale;
    this.blocks = blocks;
    this.videos = videos;
  }

  /** Counts the next stretch; false where nothing is left or another worker is at it. */
  @Transactional
  public boolean countNext(UUID labelSet) {
    return cursors
        .hold(labelSet)
        .map(cursor -> {
          long upTo = deeds.upTo(labelSet, cursor.counted(), STRETCH);
          if (upTo == cursor.counted()) {
            return false;
          }
          List<Deed> stretch = deeds.between(labelSet, cursor.counted(), upTo);
          tally.count(labelSet, cursor.project(), videos.find(cursor.video()), stretch);
          visits.moved(labelSet, cursor.counted(), upTo).forEach(this::follow);
          blocks.mark(labelSet, cursor.counted(), upTo);
          stale.markChanges(labelSet, cursor.counted(), upTo);
          cursors.counted(labelSet, upTo);
          return true;
        })
        .orElse(false);
  }

  /** Looks at tasks that are new. */
  @Transactional
  public boolean followNew() {
    List<UUID> unknown = visits.unknown(STRETCH);
    unknown.forEach(this::follow);
    return !unknown.isEmpty();
  }

  private void follow(UUID task) {
    VisitStore.Origin origin = visits.origin(task);
    visits.replace(task, Visit.of(origin.createdAt(), origin.stage(), visits.steps(task)));
  }
}
