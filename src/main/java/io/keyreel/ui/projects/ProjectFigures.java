package io.keyreel.ui.projects;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.keyreel.access.Project;
import io.keyreel.access.Projects;
import io.keyreel.ui.base.Desk;
import io.keyreel.ui.base.Formats;
import org.springframework.stereotype.Component;

/** The few numbers on a project's card. */
@Component
class ProjectFigures {
  private final Desk desk;
  private final Projects projects;

  ProjectFigures(Desk desk, Projects projects) {
    this.desk = desk;
    this.projects = projects;
  }

  Div of(Project project) {
    int people = projects.members(project.id(), desk.me()).size();
    Div row = new Div(new Span(Formats.count(people, "person", "people")));
    row.add(new Span("since " + Formats.day(project.createdAt())));
    row.addClassNames("kr-facts", "kr-muted", "kr-small");
    return row;
  }
}
