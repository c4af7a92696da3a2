package io.keyreel.ui.analytics;

import io.keyreel.access.Member;
import io.keyreel.access.Projects;
import io.keyreel.labels.Ontologies;
import io.keyreel.labels.OntologyClass;
import io.keyreel.ui.base.Desk;
import io.keyreel.workflow.Stage;
import io.keyreel.workflow.Workflows;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What the figures of a project can be narrowed to. */
@Component
class Choices {
  private final Desk desk;
  private final Projects projects;
  private final Ontologies ontologies;
  private final Workflows workflows;

  Choices(Desk desk, Projects projects, Ontologies ontologies, Workflows workflows) {
    this.desk = desk;
    this.projects = projects;
    this.ontologies = ontologies;
    this.workflows = workflows;
  }

  List<Member> people(UUID project) {
    return projects.members(project, desk.me());
  }

  List<OntologyClass> classes(UUID project) {
    return ontologies.current(project).classes();
  }

  List<Stage> stages(UUID project) {
    return workflows.current(project, desk.me()).stages();
  }
}
