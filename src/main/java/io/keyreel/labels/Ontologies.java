package io.keyreel.labels;

import io.keyreel.access.Action;
import io.keyreel.access.Policy;
import io.keyreel.access.User;
import io.keyreel.kernel.UserError;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The classes of projects; each save makes a new version, old ones stay. */
@Service
public class Ontologies {
  private final OntologyStore store;
  private final OntologyUseStore use;
  private final OntologyEffects effects;
  private final ClassMigration migration;
  private final Policy policy;
  private final InstantSource clock;

  Ontologies(
      OntologyStore store,
      OntologyUseStore use,
      OntologyEffects effects,
      ClassMigration migration,
      Policy policy,
      InstantSource clock) {
    this.store = store;
    this.use = use;
    this.effects = effects;
    this.migration = migration;
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

  /** What a change would do to labels that are there, and what stands against it. */
  @Transactional(readOnly = true)
  public List<OntologyEffect> preview(UUID project, OntologyPlan plan, User by) {
    policy.check(by, project, Action.ONTOLOGY_EDIT);
    OntologyRules.check(plan.ontology());
    return effects.of(project, current(project), plan);
  }

  /** Saves upon the version that {@code ontology} names. */
  @Transactional
  public Ontology save(UUID project, Ontology ontology, User by) {
    return save(project, new OntologyPlan(ontology, Map.of()), by);
  }

  /** As above; tracks of classes that go get their successors, or nothing is changed. */
  @Transactional
  public Ontology save(UUID project, OntologyPlan plan, User by) {
    policy.check(by, project, Action.ONTOLOGY_EDIT);
    OntologyRules.check(plan.ontology());
    Ontology current = current(project);
    effects.of(project, current, plan).stream()
        .filter(OntologyEffect::blocks)
        .findFirst()
        .ifPresent(effect -> {
          throw new UserError.Invalid(effect.message());
        });
    Ontology next = plan.ontology().withVersion(current.version() + 1);
    if (plan.ontology().version() != current.version()
        || !store.insert(project, next, by.id(), clock.instant())) {
      throw new UserError.Conflict(
          "Somebody else changed the classes meanwhile; look at theirs and save again.",
          current(project));
    }
    Objects.requireNonNull(plan.successors())
        .forEach((old, successor) -> {
          if (next.find(old).isEmpty()) {
            migration.move(use.tracks(project, old), successor, by);
          }
        });
    return next;
  }
}
