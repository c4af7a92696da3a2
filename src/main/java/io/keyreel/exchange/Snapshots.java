package io.keyreel.exchange;

import io.keyreel.exchange.SnapshotHead.Scope;
import io.keyreel.kernel.Cancellation;
import io.keyreel.kernel.Ids;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Takes snapshots. All is read in one transaction that sees one moment; the frames lie in the store
 * before the row that names them is written, so that a snapshot is whole or not there.
 */
@Component
class Snapshots {
  private final SnapshotStore store;
  private final SnapshotPlans plans;
  private final SnapshotFiles files;
  private final Moments moments;
  private final InstantSource clock;

  Snapshots(
      SnapshotStore store,
      SnapshotPlans plans,
      SnapshotFiles files,
      Moments moments,
      InstantSource clock) {
    this.store = store;
    this.plans = plans;
    this.files = files;
    this.moments = moments;
    this.clock = clock;
  }

  private record Taken(SnapshotPlan plan, Optional<Snapshot> known, List<Clip> clips) {}

  Snapshot find(UUID id) {
    return store.find(id).orElseThrow();
  }

  /** The snapshot of a project's labels as they are now; the one there is where nothing changed. */
  Snapshot take(UUID project, Scope scope, UUID author, Cancellation cancellation) {
    UUID id = Ids.next();
    Taken taken = moments.reading(() -> read(project, scope, id, cancellation));
    return taken.known().orElseGet(() -> moments.writing(() -> write(project, author, id, taken)));
  }

  private Taken read(UUID project, Scope scope, UUID id, Cancellation cancellation) {
    SnapshotPlan plan = plans.plan(project, scope);
    Optional<Snapshot> known = store.find(project, plan.fingerprint());
    return known.isPresent()
        ? new Taken(plan, known, List.of())
        : new Taken(plan, known, files.write(id, plan, cancellation));
  }

  private Snapshot write(UUID project, UUID author, UUID id, Taken taken) {
    int number = store.nextNumber(project);
    Optional<Snapshot> faster = store.find(project, taken.plan().fingerprint());
    if (faster.isPresent()) {
      files.delete(id);
      return faster.get();
    }
    SnapshotHead head =
        new SnapshotHead(
            project,
            taken.plan().projectName(),
            number,
            taken.plan().scope(),
            clock.instant(),
            taken.plan().ontologyVersion(),
            plans.categories(project, taken.plan().ontologyVersion()),
            taken.clips());
    store.insert(new Snapshot(id, head), taken.plan().fingerprint(), author);
    return find(id);
  }
}
