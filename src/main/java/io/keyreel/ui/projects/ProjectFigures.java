package io.keyreel.ui.projects;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.keyreel.access.Project;
import io.keyreel.access.Projects;
import io.keyreel.access.User;
import io.keyreel.media.VideoQuery;
import io.keyreel.media.Videos;
import io.keyreel.ui.base.Desk;
import io.keyreel.ui.base.Formats;
import io.keyreel.workflow.TaskQuery;
import io.keyreel.workflow.Tasks;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The few numbers on a project's card. */
@Component
class ProjectFigures {
  private final Desk desk;
  private final Projects projects;
  private final Videos videos;
  private final Tasks tasks;

  ProjectFigures(Desk desk, Projects projects, Videos videos, Tasks tasks) {
    this.desk = desk;
    this.projects = projects;
    this.videos = videos;
    this.tasks = tasks;
  }

  Div of(Project project) {
    User me = desk.me();
    long recordings = videos.ofProject(project.id(), new VideoQuery(null, null, 0, 1), me).total();
    long all = tasks.ofProject(project.id(), count(null), me).total();
    long approved = tasks.ofProject(project.id(), count("APPROVED"), me).total();
    long people = projects.members(project.id(), "", 0, me).total();
    Div row =
        new Div(
            new Span(Formats.count(recordings, "recording", "recordings")),
            new Span(
                Formats.count(approved)
                    + " of "
                    + Formats.count(all, "task", "tasks")
                    + " approved"),
            new Span(Formats.count(people, "person", "people")));
    row.addClassNames("kr-facts", "kr-muted", "kr-small");
    return row;
  }

  private static TaskQuery count(@Nullable String state) {
    return new TaskQuery(null, state, null, null, 0, 1);
  }
}
