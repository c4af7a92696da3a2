package io.keyreel.ui.base;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.shared.Registration;
import io.keyreel.access.Project;
import io.keyreel.kernel.UserError;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A screen of one project: finds it by the address, and refuses those who are not members. */
public abstract class ProjectPage extends Div implements BeforeEnterObserver, HasDynamicTitle {
  private final Desk desk;
  private final String title;
  private @Nullable Project project;
  private @Nullable Registration watching;

  protected ProjectPage(Desk desk, String title) {
    this.desk = desk;
    this.title = title;
    addClassName("kr-page");
  }

  /** Builds the screen anew; it may be called for one project after another. */
  protected abstract void show(Project project, QueryParameters query);

  /** Called after changes anywhere in the project, in the screen's UI. */
  protected abstract void refresh();

  /** Whether the screen shows how far jobs are. */
  protected boolean followsJobs() {
    return false;
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    UUID id = id(event.getRouteParameters().get("project").orElse(""));
    project = desk.project(id);
    removeAll();
    show(project, event.getLocation().getQueryParameters());
    if (watching != null) {
      watching.remove();
    }
    watching =
        followsJobs()
            ? desk.watchProject(this, id, this::refresh)
            : desk.watchWork(this, id, this::refresh);
  }

  @Override
  public String getPageTitle() {
    return project == null ? title : title + " – " + project.name() + " – Keyreel";
  }

  protected Desk desk() {
    return desk;
  }

  protected Project project() {
    if (project == null) {
      throw new IllegalStateException("no project has been shown yet");
    }
    return project;
  }

  /** The id in an address, or the same answer as for an unknown one. */
  public static UUID id(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw new UserError.NotFound("There is nothing at this address; start from your projects.");
    }
  }
}
