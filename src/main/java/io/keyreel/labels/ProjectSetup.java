package io.keyreel.labels;

import io.keyreel.access.NewProject;
import io.keyreel.access.Project;
import io.keyreel.access.Projects;
import io.keyreel.access.User;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes a project together with the classes of its template, or not at all. */
@Service
public class ProjectSetup {
  private final Projects projects;
  private final Ontologies ontologies;

  ProjectSetup(Projects projects, Ontologies ontologies) {
    this.projects = projects;
    this.ontologies = ontologies;
  }

  /** Without a template it begins without classes. */
  @Transactional
  public Project create(NewProject wanted, User by) {
    String id = wanted.template();
    if (id == null) {
      return projects.create(wanted, by);
    }
    Template template = Template.of(id);
    Project project = projects.create(wanted, by);
    if (!template.ontology().classes().isEmpty()) {
      ontologies.save(project.id(), template.ontology(), by);
    }
    return project;
  }
}
