package io.keyreel.analytics;

import io.keyreel.jobs.Broadcast;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;

/**
 * Keeps the read models at the side of what they are counted from. Several workers may do so at the
 * same time; each step is a transaction of its own.
 */
@Service
public class Rollups {
  private final CursorStore cursors;
  private final SetCounts counts;
  private final ActiveTimes active;
  private final RebuildStore rebuild;
  private final Broadcast broadcast;
  private volatile boolean stopping;

  Rollups(
      CursorStore cursors,
      SetCounts counts,
      ActiveTimes active,
      RebuildStore rebuild,
      Broadcast broadcast) {
    this.cursors = cursors;
    this.counts = counts;
    this.active = active;
    this.rebuild = rebuild;
    this.broadcast = broadcast;
  }

  /** Counts what is there and not counted yet, and tells open dashboards of it. */
  public void catchUp() {
    Set<UUID> projects = new HashSet<>();
    while (!stopping && counts.followNew()) {}
    for (CursorStore.Behind set : cursors.behind()) {
      while (!stopping && counts.countNext(set.labelSet())) {
        projects.add(set.project());
      }
    }
    countDays(projects);
    projects.forEach(project -> broadcast.publish("analytics:" + project, "{}"));
  }

  private void countDays(Set<UUID> projects) {
    while (!stopping) {
      Optional<List<UUID>> counted = active.countNext();
      if (counted.isEmpty()) {
        return;
      }
      projects.addAll(counted.get());
    }
  }

  /** Throws the figures away; {@link #catchUp} counts them anew. */
  public void forget() {
    rebuild.forget();
  }

  void stop() {
    stopping = true;
  }

  void start() {
    stopping = false;
  }
}
