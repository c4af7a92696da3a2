package io.keyreel.analytics;

import io.keyreel.kernel.FrameRange;
import io.keyreel.labels.Coverage;
import io.keyreel.media.Video;
import io.keyreel.media.Videos;
import java.util.BitSet;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what is known of the labels' frames at the side of the labels. */
@Component
class Blocks {
  private final BlockStore store;
  private final BlockReader reader;
  private final SumStore sums;
  private final Coverage coverage;
  private final Videos videos;

  Blocks(BlockStore store, BlockReader reader, SumStore sums, Coverage coverage, Videos videos) {
    this.store = store;
    this.reader = reader;
    this.sums = sums;
    this.coverage = coverage;
    this.videos = videos;
  }

  /**
   * Reads one block that has changed.
   *
   * @return its project; empty where no block has changed
   */
  @Transactional
  public Optional<UUID> readNext() {
    return store
        .take()
        .map(at -> {
          Video video = videos.find(at.video());
          store.replace(at, reader.read(at.labelSet(), video, at.block(), store.corrected(at)));
          return at.project();
        });
  }

  /** Counts the empty frames of one label set of which blocks or coverage have changed. */
  @Transactional
  public Optional<UUID> sumNext() {
    return sums.next()
        .map(set -> {
          BitSet shown = sums.shown(set.labelSet());
          BitSet seen = new BitSet();
          for (FrameRange range : coverage.seenByAnyone(set.labelSet())) {
            seen.set(range.from(), Math.min(range.to(), set.frames()));
          }
          shown.clear(set.frames(), Math.max(set.frames(), shown.length()));
          BitSet emptySeen = (BitSet) seen.clone();
          emptySeen.andNot(shown);
          sums.addUp(set);
          sums.put(
              set, set.frames() - shown.cardinality(), emptySeen.cardinality(), seen.cardinality());
          return set.project();
        });
  }
}
