package io.keyreel.ui.shell;

import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import io.keyreel.access.Action;
import io.keyreel.access.Project;
import io.keyreel.ui.base.Desk;
import io.keyreel.ui.base.Icons;
import io.keyreel.ui.base.Routes;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The screens of the project at hand. */
final class ProjectNav extends SideNav {
  private final Desk desk;
  private @Nullable UUID shown;

  ProjectNav(Desk desk) {
    this.desk = desk;
    addClassName("kr-nav");
    getElement().setAttribute("aria-label", "Project");
  }

  void show(Optional<Project> project) {
    UUID wanted = project.map(Project::id).orElse(null);
    if (!Objects.equals(wanted, shown)) {
      shown = wanted;
      removeAll();
      project.map(Project::id).ifPresent(this::fill);
    }
  }

  private void fill(UUID project) {
    add("Library", Routes.library(project), Icons.LIBRARY);
    add("Tasks", Routes.tasks(project), Icons.TASKS);
    if (desk.may(project, Action.TASK_REVIEW)) {
      add("Review", Routes.review(project), Icons.REVIEW);
    }
    if (desk.may(project, Action.ANALYTICS_VIEW)) {
      add("Analytics", Routes.analytics(project), Icons.CHART);
    }
    if (desk.may(project, Action.EXPORT_READ)) {
      add("Exports", Routes.exports(project), Icons.EXPORT);
    }
    add("Guidelines", Routes.guidelines(project), Icons.NOTE);
    add("Project settings", Routes.settings(project), Icons.SETTINGS);
  }

  private void add(String label, String path, Icons icon) {
    addItem(new SideNavItem(label, "/" + path, icon.make()));
  }
}
