package io.keyreel.labels;

import io.keyreel.access.Action;
import io.keyreel.access.Policy;
import io.keyreel.access.User;
import io.keyreel.kernel.UserError;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The classes of projects; each save makes a new version, old ones stay. */
@Service
public class Ontologies {
  private final OntologyStore store;
  private final Policy policy;
  private final InstantSource clock;

  Ontologies(OntologyStore store, Policy policy, InstantSource clock) {
    this.store = store;
    this.policy = policy;
    this.clock = clock;
  }

  /** The newest version; version 0 without classes where none was saved. */
  public Ontology current(UUID project) {
    return store.current(project).orElseGet(() -> new Ontology(0, List.of(), List.of(), List.of()));
  }

  public Ontology version(UUID project, int version) {
    return store
        .find(project, version)
        .orElseThrow(() -> new UserError.NotFound("There is no such version of the classes."));
  }

  /** Saves upon the version that {@code ontology} names. */
  @Transactional
  public Ontology save(UUID project, Ontology ontology, User by) {
    policy.check(by, project, Action.ONTOLOGY_EDIT);
    OntologyRules.check(ontology);
    Ontology current = current(project);
    refuseLosingClasses(project, ontology);
    Ontology next = ontology.withVersion(current.version() + 1);
    if (ontology.version() != current.version()
        || !store.insert(project, next, by.id(), clock.instant())) {
      throw new UserError.Conflict(
          "Somebody else changed the classes meanwhile; look at theirs and save again.",
          current(project));
    }
    return next;
  }

  private void refuseLosingClasses(UUID project, Ontology ontology) {
    List<String> lost =
        store.classesInUse(project).stream().filter(id -> ontology.find(id).isEmpty()).toList();
    if (!lost.isEmpty()) {
      throw new UserError.Invalid(
          "Tracks still have the class \"%s\"; give them another class before you remove it."
              .formatted(lost.getFirst()));
    }
  }
}
