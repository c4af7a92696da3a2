package io.keyreel.demo;

import io.keyreel.access.NewProject;
import io.keyreel.access.Project;
import io.keyreel.access.Projects;
import io.keyreel.access.Role;
import io.keyreel.labels.Attribute;
import io.keyreel.labels.Ontologies;
import io.keyreel.labels.Ontology;
import io.keyreel.labels.OntologyClass;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The project, its classes and its members. */
@Component
class DemoProject {
  private static final String NAME = "Park and road";
  private static final List<OntologyClass> CLASSES =
      List.of(
          thing("walker", "Person", "#3a8dff", "1"),
          thing("car", "Car", "#e0607e", "2"),
          thing("animal", "Animal", "#e3b341", "3"),
          thing("bird", "Bird", "#2fa8a0", "4"),
          thing("ball", "Ball", "#7a5cff", "5"),
          thing("balloon", "Balloon", "#e3803a", "6"));

  private final Projects projects;
  private final Ontologies ontologies;
  private final TransactionTemplate transaction;

  DemoProject(Projects projects, Ontologies ontologies, TransactionTemplate transaction) {
    this.projects = projects;
    this.ontologies = ontologies;
    this.transaction = transaction;
  }

  Project findOrMake(Cast cast) {
    return projects.of(cast.admin()).stream()
        .filter(project -> project.name().equals(NAME))
        .findFirst()
        .orElseGet(() -> transaction.execute(status -> make(cast)));
  }

  private Project make(Cast cast) {
    Project project =
        projects.create(
            new NewProject(
                NAME,
                "People, cars and animals from two fixed cameras. Generated recordings, to try"
                    + " everything on.",
                "segmentation"),
            cast.admin());
    ontologies.save(project.id(), new Ontology(0, CLASSES, List.of(), List.of()), cast.admin());
    projects.add(project.id(), cast.lead().id(), Role.LEAD, cast.admin());
    projects.add(project.id(), cast.reviewer().id(), Role.REVIEWER, cast.admin());
    projects.add(project.id(), cast.labeler().id(), Role.LABELER, cast.admin());
    return project;
  }

  /** The class of a generated object, by the name that the generator gives it. */
  static String classOf(String object) {
    return CLASSES.stream()
        .map(OntologyClass::id)
        .filter(object::startsWith)
        .findFirst()
        .orElse("animal");
  }

  private static OntologyClass thing(String id, String name, String color, String key) {
    List<Attribute> attributes =
        id.equals("car")
            ? List.of(
                new Attribute(
                    "state", "State", "frame", "select", List.of("moving", "stopped"), false))
            : List.of();
    return new OntologyClass(id, name, "thing", color, key, attributes);
  }
}
