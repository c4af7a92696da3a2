package io.keyreel.api;

import io.keyreel.access.Action;
import io.keyreel.access.CurrentUser;
import io.keyreel.access.Policy;
import io.keyreel.labels.Ontologies;
import io.keyreel.labels.Ontology;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
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
}
