package io.keyreel.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.keyreel.KeyreelTest;
import io.keyreel.kernel.FrameRange;
import io.keyreel.workflow.NewNote;
import io.keyreel.workflow.Notes;
import io.keyreel.workflow.Task;
import java.io.IOException;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationContext;

/** Before a task goes on, each thing that it lacks is listed, and a click away. */
@KeyreelTest
class ChecklistStoryTest {
  @TempDir private Path temporary;
  @Autowired private ApplicationContext context;
  @Autowired private Notes notes;

  @Value("${local.server.port}")
  private int port;

  @Test
  void whatATaskLacksIsAClickAwayAndWhatBlocksKeepsItHere() throws IOException {
    try (Office office = new Office(context, port)) {
      Task task = office.task(temporary);
      office.world.act(task, "claim", office.world.labeler);
      UUID ball = office.world.track(task, office.world.labeler, "ball");
      office.world.draw(task, office.world.labeler, ball, 4);
      UUID dog = office.world.track(task, office.world.labeler, "dog");
      office.world.draw(task, office.world.labeler, dog, 0);
      office.world.propose(task, dog, new FrameRange(20, 30), 0.3f);
      notes.add(
          task.id(), new NewNote(9, 11, ball, 1.5, 2.5, "Is this a ball?"), office.world.reviewer);
      WebPages labeler = office.enter(office.world.labeler);
      try {
        Page page = labeler.page();
        AnnotatorPage annotator = labeler.nextTask(office.project());
        visit(annotator, "lacks \"Breed\"", 0, dog);
        visit(annotator, "is on frame 4 alone", 4, ball);
        visit(annotator, "Is this a ball?", 9, ball);
        visit(annotator, "is doubtful on frames 20 to 29", 20, dog);

        open(annotator);
        assertThat(page.locator("kr-dialogs .checklist li").count()).isEqualTo(4);
        assertThat(submit(page).isDisabled()).isTrue();
        page.keyboard().press("Escape");
        settle(annotator, office, task, dog);
      } catch (RuntimeException | AssertionError e) {
        throw office.failed("checklist", e);
      }
    }
  }

  private static void visit(AnnotatorPage annotator, String message, int frame, UUID track) {
    open(annotator);
    annotator
        .page()
        .locator("kr-dialogs .checklist button")
        .filter(new Locator.FilterOptions().setHasText(message))
        .click();
    assertThat(annotator.frame()).as(message).isEqualTo(frame);
    assertThat(annotator.ask("a => a.session.selection.track")).isEqualTo(track.toString());
  }

  private static void open(AnnotatorPage annotator) {
    annotator.button("Submit").click();
    annotator.page().getByText("Each of these is a click away:").waitFor();
  }

  private static Locator submit(Page page) {
    return page.locator("kr-dialogs dialog button.main");
  }

  /** The attribute filled in, what is left only warns, and the task goes on. */
  private static void settle(AnnotatorPage annotator, Office office, Task task, UUID dog) {
    annotator.select(dog.toString());
    Locator breed = annotator.page().locator("kr-track-details").getByLabel("Breed").first();
    breed.fill("Collie");
    breed.press("Enter");
    annotator.untilSaved();
    open(annotator);
    assertThat(annotator.page().locator("kr-dialogs .checklist").textContent())
        .doesNotContain("Breed");
    submit(annotator.page()).click();
    annotator.page().getByText("Everything is saved.").waitFor();
    assertThat(office.stage(task)).isEqualTo("review");
  }
}
