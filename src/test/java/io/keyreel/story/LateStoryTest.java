package io.keyreel.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.keyreel.Eventually;
import io.keyreel.KeyreelTest;
import io.keyreel.access.Role;
import io.keyreel.access.User;
import io.keyreel.kernel.FrameRange;
import io.keyreel.labels.Keyframe;
import io.keyreel.labels.Labels;
import io.keyreel.workflow.LateWork;
import io.keyreel.workflow.SampleAgreements;
import io.keyreel.workflow.Skills;
import io.keyreel.workflow.Task;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationContext;

/** A labeler draws offline while the task goes to somebody else; nothing of it is lost. */
@KeyreelTest
class LateStoryTest {
  private static final List<double[]> CORNERS =
      List.of(
          new double[] {0.3, 0.3},
          new double[] {0.6, 0.3},
          new double[] {0.6, 0.6},
          new double[] {0.3, 0.6});

  @TempDir private Path temporary;
  @Autowired private ApplicationContext context;
  @Autowired private Labels labels;
  @Autowired private LateWork late;
  @Autowired private Skills skills;

  @Value("${local.server.port}")
  private int port;

  private final Axe axe = new Axe();
  private final List<String> findings = new ArrayList<>();

  @Test
  void whatWasDrawnOfflineAfterTheTaskWentOnIsTakenOverByALead() throws IOException {
    try (Office office = new Office(context, port)) {
      Task task = office.task(temporary);
      User labeler = office.world.labeler;
      office.world.act(task, "claim", labeler);
      WebPages desk = office.enter(labeler);
      WebPages lead = office.enter(office.world.lead);
      try {
        AnnotatorPage annotator = desk.annotate(task.id());
        annotator.goTo(3);
        desk.page().context().setOffline(true);
        annotator.polygon(CORNERS);
        desk.page()
            .waitForFunction(
                "() => document.querySelector('keyreel-annotator').session.outbox.saving === 'offline'");
        office.world.act(task, "assign", office.world.lead, office.world.member(Role.LABELER));
        desk.page().context().setOffline(false);
        desk.page()
            .evaluate("() => document.querySelector('keyreel-annotator').session.outbox.retry()");
        desk.page().getByText("late edits of yours").first().waitFor();
        assertThat(late.of(task.id(), false, labeler)).isNotEmpty();
        assertThat(keyframes(task)).isEmpty();
        shot(desk, "late-author");

        lead.open(office.project(), "tasks");
        lead.page().getByText("late edits").first().waitFor();
        shot(lead, "late-tasks");
        lead.page()
            .getByRole(
                AriaRole.BUTTON,
                new Page.GetByRoleOptions().setName("Actions of task " + task.number()))
            .click();
        lead.page().locator("vaadin-context-menu-item").filter(text("late edits…")).click();
        lead.page().locator("vaadin-dialog[opened]").getByText("at frame 3").first().waitFor();
        shot(lead, "late-dialog");

        AnnotatorPage seen = lead.annotate(task.id());
        lead.page().locator("kr-late-list li button").filter(text("at frame 3")).first().click();
        assertThat(seen.frame()).isEqualTo(3);
        shot(lead, "late-difference");
        lead.page()
            .locator("kr-late-list")
            .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Take all over"))
            .click();
        lead.page().getByText("late edits are in the labels now.").waitFor();
        assertThat(Eventually.eventually(() -> keyframes(task), found -> !found.isEmpty()))
            .allMatch(keyframe -> labeler.id().equals(keyframe.author()));
        assertThat(late.of(task.id(), false, office.world.lead)).isEmpty();
        lead.page().locator("kr-history-list button.fold").click();
        lead.page().getByLabel("What this changed").first().focus();
        lead.page().keyboard().press("Enter");
        assertThat(seen.ask("a => a.session.looks.versions.frame")).isEqualTo(3);
        shot(lead, "history-difference");
        settings(office, lead);
      } catch (RuntimeException | AssertionError e) {
        throw office.failed("late", e);
      }
    }
    assertThat(findings).isEmpty();
  }

  private void settings(Office office, WebPages lead) {
    skills.save(
        office.world.project.id(),
        office.world.labeler.id(),
        List.of("night", "wildlife"),
        office.world.lead);
    lead.page().setViewportSize(1280, 2600);
    lead.open(office.project(), "settings");
    lead.page()
        .getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Skills"))
        .waitFor();
    lead.page().getByText("★ night").waitFor();
    shot(lead, "settings-skills");
    lead.page().setViewportSize(1440, 900);
    lead.page().getByLabel("Change this stage").first().click();
    lead.page().getByLabel("People a task").fill("2");
    lead.page().getByLabel("People a task").press("Tab");
    lead.page().getByLabel("Goes back below an agreement of (%)").fill("80");
    shot(lead, "settings-stage");
    new SampleAgreements(context, office.world).twoWhoDiffer();
    lead.page().setViewportSize(1440, 1600);
    lead.open(office.project(), "analytics?board=quality");
    lead.page().getByText("Least agreed frames").first().waitFor();
    lead.page().getByText("Called differently").first().waitFor();
    lead.page().waitForTimeout(1500);
    shot(lead, "quality-board");
    lead.open(office.project(), "review");
    lead.page().getByText("No doubtful span is left").waitFor();
    assertThat(
            lead.page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Accept in bulk…"))
                .count())
        .isZero();
  }

  private void shot(WebPages pages, String name) {
    pages.page().waitForTimeout(600);
    pages.shot(name);
    axe.findings(pages.page()).forEach(finding -> findings.add(name + ": " + finding));
  }

  private List<Keyframe> keyframes(Task task) {
    return labels.state(task.labelSet(), new FrameRange(0, 40)).keyframes();
  }

  private static Locator.FilterOptions text(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }
}
