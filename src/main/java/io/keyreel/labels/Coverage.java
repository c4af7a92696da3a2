package io.keyreel.labels;

import io.keyreel.access.User;
import io.keyreel.kernel.FrameRange;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which frames have been looked at: tells frames without objects from frames nobody saw. */
@Service
public class Coverage {
  private final CoverageStore store;
  private final InstantSource clock;

  Coverage(CoverageStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /** Adds to what a person has seen. */
  @Transactional
  public void seen(UUID labelSet, User by, List<FrameRange> ranges) {
    if (ranges.isEmpty()) {
      return;
    }
    store.lock(labelSet, by.id());
    List<FrameRange> before = store.seen(labelSet, by.id());
    List<FrameRange> after = union(Stream.concat(before.stream(), ranges.stream()).toList());
    if (!after.equals(before)) {
      store.replaceSeen(labelSet, by.id(), after, clock.instant());
    }
  }

  public List<FrameRange> seenBy(UUID labelSet, UUID user) {
    return store.seen(labelSet, user);
  }

  /** What at least one person has seen. */
  public List<FrameRange> seenByAnyone(UUID labelSet) {
    return union(store.seenByAnyone(labelSet));
  }

  /** The same of several label sets; those that nobody looked at are left out. */
  public Map<UUID, List<FrameRange>> seenByAnyone(Collection<UUID> labelSets) {
    Map<UUID, List<FrameRange>> seen = new HashMap<>();
    store.seenByAnyone(labelSets).forEach((set, ranges) -> seen.put(set, union(ranges)));
    return seen;
  }

  static List<FrameRange> union(List<FrameRange> ranges) {
    List<FrameRange> merged = new ArrayList<>();
    for (FrameRange range :
        ranges.stream().sorted(Comparator.comparingInt(FrameRange::from)).toList()) {
      FrameRange last = merged.isEmpty() ? null : merged.getLast();
      if (last == null || range.from() > last.to()) {
        merged.add(range);
      } else {
        merged.set(merged.size() - 1, new FrameRange(last.from(), Math.max(last.to(), range.to())));
      }
    }
    return merged;
  }
}
