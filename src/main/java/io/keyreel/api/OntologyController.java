package io.keyreel.api;

import io.keyreel.access.Action;
import io.keyreel.access.CurrentUser;
import io.keyreel.access.Policy;
import io.keyreel.labels.Ontologies;
import io.keyreel.labels.Ontology;
import io.keyreel.labels.OntologyEffect;
import io.keyreel.labels.OntologyPlan;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The classes of a project. */
@RestController
@RequestMapping("/api/v1/projects/{project}/ontology")
class OntologyController {
  private final Ontologies ontologies;
  private final Policy policy;
  private final CurrentUser me;

  OntologyController(Ontologies ontologies, Policy policy, CurrentUser me) {
    this.ontologies = ontologies;
    this.policy = policy;
    this.me = me;
  }

  @Entry(action = Action.PROJECT_VIEW)
  @GetMapping
  Ontology current(@PathVariable UUID project) {
    policy.check(me.require(), project, Action.PROJECT_VIEW);
    return ontologies.current(project);
  }

  /** Saves a new version upon the one that is named; 409 when that is not the newest. */
  @Entry(action = Action.ONTOLOGY_EDIT)
  @PutMapping
  Ontology save(@PathVariable UUID project, @RequestBody Ontology ontology) {
    return ontologies.save(project, ontology, me.require());
  }

  /** What a change would do to labels that are there; nothing is changed. */
  @Entry(action = Action.ONTOLOGY_EDIT)
  @PostMapping("/preview")
  List<OntologyEffect> preview(@PathVariable UUID project, @RequestBody OntologyPlan plan) {
    return ontologies.preview(project, plan, me.require());
  }

  /** Saves a new version; tracks of classes that go get the successors named. */
  @Entry(action = Action.ONTOLOGY_EDIT)
  @PostMapping("/migrate")
  Ontology migrate(@PathVariable UUID project, @RequestBody OntologyPlan plan) {
    return ontologies.save(project, plan, me.require());
  }
}
