package io.keyreel.ui.shell;

import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.contextmenu.SubMenu;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import io.keyreel.access.Project;
import io.keyreel.ui.base.Desk;
import io.keyreel.ui.base.Routes;
import java.util.List;
import java.util.Optional;

/** From one project to the next without the list. */
final class ProjectSwitcher extends MenuBar {
  private static final int MOST = 20;
  private final Desk desk;

  ProjectSwitcher(Desk desk) {
    this.desk = desk;
    addThemeVariants(MenuBarVariant.TERTIARY);
    getElement().setAttribute("aria-label", "Project");
  }

  void show(Optional<Project> current) {
    removeAll();
    setVisible(current.isPresent());
    current.ifPresent(this::fill);
  }

  private void fill(Project current) {
    Span name = new Span(current.name());
    name.addClassName("kr-ellipsis");
    MenuItem top = addItem(name);
    SubMenu menu = top.getSubMenu();
    List<Project> all = desk.projects();
    for (Project project : all.subList(0, Math.min(MOST, all.size()))) {
      MenuItem item =
          menu.addItem(project.name(), event -> Routes.open(Routes.library(project.id())));
      item.setCheckable(true);
      item.setChecked(project.id().equals(current.id()));
    }
    menu.addSeparator();
    menu.addItem("All projects", event -> Routes.open(Routes.PROJECTS));
  }
}
