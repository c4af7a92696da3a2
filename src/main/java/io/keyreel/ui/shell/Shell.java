package io.keyreel.ui.shell;

import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.spring.security.AuthenticationContext;
import io.keyreel.access.Project;
import io.keyreel.jobs.JobQueue;
import io.keyreel.ui.base.Desk;
import io.keyreel.ui.base.Logo;
import io.keyreel.ui.base.ProjectPage;
import io.keyreel.ui.base.Themes;
import io.keyreel.workflow.Notifications;
import jakarta.annotation.security.PermitAll;
import java.util.Optional;
import java.util.UUID;

/** The frame around every screen but the door and the annotator. */
@Layout
@PermitAll
final class Shell extends AppLayout implements AfterNavigationObserver {
  private final Desk desk;
  private final ProjectSwitcher switcher;
  private final JobsButton jobs;
  private final ProjectNav nav;
  private final DrawerToggle toggle = new DrawerToggle();

  Shell(
      Desk desk,
      Themes themes,
      JobQueue queue,
      Notifications notifications,
      AuthenticationContext door) {
    this.desk = desk;
    jobs = new JobsButton(desk, queue);
    nav = new ProjectNav(desk);
    switcher = new ProjectSwitcher(desk);
    toggle.setAriaLabel("Show or hide the navigation");
    toggle.addThemeVariants(ButtonVariant.TERTIARY);
    Anchor home = new Anchor("/", new Logo(true));
    home.getElement().setAttribute("aria-label", "Keyreel, all projects");
    home.getElement().setAttribute("router-link", true);
    Span space = new Span();
    space.addClassName("kr-grow");
    Div bar =
        new Div(
            toggle,
            home,
            switcher,
            space,
            jobs,
            new NewsButton(desk, notifications),
            new UserMenu(desk, themes, door::logout));
    bar.addClassName("kr-topbar");
    setPrimarySection(Section.NAVBAR);
    addToNavbar(bar);
    addToDrawer(nav);
    themes.applyRemembered(desk.me());
  }

  @Override
  public void afterNavigation(AfterNavigationEvent event) {
    Optional<UUID> id = event.getRouteParameters().get("project").map(ProjectPage::id);
    Optional<Project> project = id.map(desk::project);
    switcher.show(project);
    jobs.show(project);
    nav.show(project);
    toggle.setVisible(project.isPresent());
    setDrawerOpened(project.isPresent());
  }
}
