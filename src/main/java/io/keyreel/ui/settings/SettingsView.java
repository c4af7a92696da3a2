package io.keyreel.ui.settings;

import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import io.keyreel.access.Action;
import io.keyreel.access.Project;
import io.keyreel.access.Projects;
import io.keyreel.assist.Engines;
import io.keyreel.labels.Ontologies;
import io.keyreel.ui.base.Desk;
import io.keyreel.ui.base.PageHead;
import io.keyreel.ui.base.ProjectPage;
import io.keyreel.ui.base.Routes;
import io.keyreel.workflow.GoldSpans;
import io.keyreel.workflow.ReturnReasons;
import io.keyreel.workflow.Skills;
import io.keyreel.workflow.Workflows;
import jakarta.annotation.security.PermitAll;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** A project's classes, people and rules; who may not change them reads them. */
@Route(Routes.SETTINGS)
@PermitAll
final class SettingsView extends ProjectPage {
  private final Projects projects;
  private final Ontologies ontologies;
  private final Workflows workflows;
  private final Engines engines;
  private final Working working;

  SettingsView(
      Desk desk,
      Projects projects,
      Ontologies ontologies,
      Workflows workflows,
      Engines engines,
      Working working) {
    super(desk, "Project settings");
    this.projects = projects;
    this.ontologies = ontologies;
    this.workflows = workflows;
    this.engines = engines;
    this.working = working;
    addClassName("kr-page-narrow");
  }

  @Override
  protected void show(Project project, QueryParameters query) {
    UUID id = project.id();
    boolean edits = desk().may(id, Action.PROJECT_EDIT);
    PageHead head = new PageHead("Project settings");
    head.setFacts(
        edits ? project.name() : project.name() + " · only leads and admins change these");
    add(
        head,
        new ClassesSection(id, ontologies, desk(), desk().may(id, Action.ONTOLOGY_EDIT)),
        new EventsSection(id, ontologies, desk(), desk().may(id, Action.ONTOLOGY_EDIT)),
        new MembersSection(id, projects, desk(), desk().may(id, Action.MEMBERS_EDIT)),
        new RulesSection(project, projects, desk(), edits, engines.names()),
        new StagesSection(id, workflows, desk(), desk().may(id, Action.WORKFLOW_EDIT)),
        new ReasonsSection(id, working.reasons(), desk(), edits));
    if (desk().may(id, Action.TASK_ASSIGN)) {
      add(
          new SkillsSection(id, working.skills(), () -> projects.members(id, desk().me()), desk()),
          new GoldSection(id, working.gold(), desk()));
    }
  }

  @Override
  protected void refresh() {
    // Forms are not rebuilt under a person's hands.
  }

  /** What a lead sets for the people of a project. */
  @Component
  record Working(ReturnReasons reasons, GoldSpans gold, Skills skills) {}
}
