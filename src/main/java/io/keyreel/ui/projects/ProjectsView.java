package io.keyreel.ui.projects;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import io.keyreel.access.Project;
import io.keyreel.labels.ProjectSetup;
import io.keyreel.labels.Template;
import io.keyreel.ui.base.Buttons;
import io.keyreel.ui.base.Desk;
import io.keyreel.ui.base.EmptyState;
import io.keyreel.ui.base.Formats;
import io.keyreel.ui.base.Icons;
import io.keyreel.ui.base.PageHead;
import io.keyreel.ui.base.Routes;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All projects of the person at hand. */
@Route(Routes.PROJECTS)
@PageTitle("Projects – Keyreel")
@PermitAll
final class ProjectsView extends Div implements BeforeEnterObserver {
  private final Desk desk;
  private final ProjectSetup setup;
  private final ProjectFigures figures;
  private final DemoNote demo;
  private @Nullable Registration watching;

  ProjectsView(Desk desk, ProjectSetup setup, ProjectFigures figures, DemoNote demo) {
    this.desk = desk;
    this.setup = setup;
    this.figures = figures;
    this.demo = demo;
    addClassName("kr-page");
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    if (watching == null) {
      watching = demo.watch(this, this::show);
    }
    show();
  }

  private void show() {
    removeAll();
    List<Project> projects = desk.projects();
    boolean maker = desk.me().siteAdmin();
    PageHead head = new PageHead("Projects", maker ? new Component[] {makeButton()} : none());
    head.setFacts(projects.isEmpty() ? "" : Formats.count(projects.size(), "project", "projects"));
    add(head);
    demo.now().ifPresent(this::add);
    if (projects.isEmpty()) {
      add(maker ? firstProject() : notInvited());
      return;
    }
    Div cards = new Div();
    cards.addClassName("kr-cards");
    projects.forEach(project -> cards.add(card(project)));
    add(cards);
  }

  private static Component[] none() {
    return new Component[0];
  }

  private Component makeButton() {
    return Buttons.primary("New project", Icons.PLUS, event -> openDialog());
  }

  private void openDialog() {
    new NewProjectDialog(desk, setup).open();
  }

  private EmptyState firstProject() {
    return new EmptyState(
        Icons.PROJECTS,
        "Make the first project",
        "A project holds recordings, the classes you label, and the people who work on them."
            + " Pick a template and change it as you go.",
        makeButton());
  }

  private static EmptyState notInvited() {
    return new EmptyState(
        Icons.USERS,
        "You are in no project yet",
        "Ask the admin of a project to invite you by your e-mail address; it then shows up here.");
  }

  private Component card(Project project) {
    Optional<Template> template = Template.find(project.template());
    Div tile = new Div(Tiles.icon(template).make());
    tile.addClassName("kr-tile");
    Span kind = new Span(template.map(Template::name).orElse(project.template()));
    kind.addClassNames("kr-muted", "kr-small");
    Div names = new Div(new H3(project.name()), kind);
    names.addClassNames("kr-stack", "kr-grow");
    Div top = new Div(tile, names);
    top.addClassName("kr-card-top");
    String about = project.description().isBlank() ? "No description." : project.description();
    Anchor card = new Anchor("/" + Routes.library(project.id()));
    card.getElement().setAttribute("router-link", true);
    card.addClassNames("kr-card", "kr-project");
    card.add(top, new Paragraph(about), figures.of(project));
    return card;
  }
}
