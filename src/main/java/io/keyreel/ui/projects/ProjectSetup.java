package io.keyreel.ui.projects;

import io.keyreel.access.NewProject;
import io.keyreel.access.Project;
import io.keyreel.access.Projects;
import io.keyreel.access.User;
import io.keyreel.labels.Ontologies;
import io.keyreel.labels.Ontology;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes a project together with the classes of its template, or not at all. */
@Service
class ProjectSetup {
  private final Projects projects;
  private final Ontologies ontologies;

  ProjectSetup(Projects projects, Ontologies ontologies) {
    this.projects = projects;
    this.ontologies = ontologies;
  }

  @Transactional
  public Project create(String name, String description, Template template, User by) {
    Project project = projects.create(new NewProject(name, description, template.id()), by);
    if (!template.classes().isEmpty()) {
      ontologies.save(
          project.id(),
          new Ontology(0, template.classes(), template.events(), template.clips()),
          by);
    }
    return project;
  }
}
