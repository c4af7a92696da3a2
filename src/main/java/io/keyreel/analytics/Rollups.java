package io.keyreel.analytics;

import io.keyreel.jobs.Broadcast;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
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
  private final Blocks blocks;
  private final Looks looks;
  private final RebuildStore rebuild;
  private final Broadcast broadcast;
  private volatile boolean stopping;

  Rollups(
      CursorStore cursors,
      SetCounts counts,
      ActiveTimes active,
      Blocks blocks,
      Looks looks,
      RebuildStore rebuild,
      Broadcast broadcast) {
    this.cursors = cursors;
    this.counts = counts;
    this.active = active;
    this.blocks = blocks;
    this.looks = looks;
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
    all(active::countNext, projects::addAll);
    all(blocks::readNext, projects::add);
    all(blocks::sumNext, projects::add);
    all(looks::lookAtNext, projects::add);
    projects.forEach(project -> broadcast.publish("analytics:" + project, "{}"));
  }

  private <T> void all(Supplier<Optional<T>> step, Consumer<T> done) {
    while (!stopping) {
      Optional<T> result = step.get();
      if (result.isEmpty()) {
        return;
      }
      result.ifPresent(done);
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
