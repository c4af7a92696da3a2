package io.keyreel.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.keyreel.Eventually;
import io.keyreel.KeyreelTest;
import io.keyreel.labels.Labels;
import io.keyreel.workflow.Task;
import io.keyreel.workflow.TestTasks;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationContext;

/** Two people at two browsers on one track. */
@KeyreelTest
class TogetherStoryTest {
  @TempDir private Path temporary;
  @Autowired private ApplicationContext context;
  @Autowired private Labels labels;

  @Value("${local.server.port}")
  private int port;

  @Test
  void eachSeesWhatTheOtherDrawsWhereTheyAreAndWhatTheyNote() throws IOException {
    try (Office office = new Office(context, port)) {
      Task task = office.task(temporary);
      office.world.act(task, "claim", office.world.labeler);
      try {
        AnnotatorPage one = office.enter(office.world.labeler).annotate(task.id());
        AnnotatorPage other = office.enter(office.world.lead).annotate(task.id());
        one.polygon(List.of(new double[] {.2, .2}, new double[] {.5, .2}, new double[] {.4, .6}));
        one.press("Enter");
        String track = one.firstTrack();
        untilSame(task, one, other);

        claimed(one, other, track, office.world.labeler.name());
        other.select(track);
        other.stroke(List.of(new double[] {.5, .5}, new double[] {.6, .6}));
        assertThat(other.ask("a => a.session.notices.list.map(n => n.text).join()").toString())
            .contains(office.world.labeler.name() + " works on this track too.");
        other.press("Enter");
        untilSame(task, one, other);

        one.press("Shift+M");
        one.page().locator("kr-dialogs textarea").fill("Is the shadow part of it?");
        one.button("Pin the note").click();
        other.page().locator("kr-note-list").getByText("Is the shadow part of it?").waitFor();
      } catch (RuntimeException | AssertionError e) {
        throw office.failed("together", e);
      }
    }
  }

  /** Who is on a track is shown beside its name, and who is here, and where, at the top. */
  private static void claimed(AnnotatorPage one, AnnotatorPage other, String track, String name) {
    one.goTo(3);
    one.select(track);
    Page screen = other.page();
    screen.locator("kr-track-list .face[title=\"" + name + " works on this track\"]").waitFor();
    screen.locator("kr-top-bar .face[aria-label=\"" + name + ", frame 3\"]").waitFor();
    one.goTo(0);
    one.select(track);
  }

  private void untilSame(Task task, AnnotatorPage one, AnnotatorPage other) {
    one.untilSaved();
    other.untilSaved();
    Map<String, String> server =
        new Truth(labels, task, TestTasks.WIDTH, TestTasks.HEIGHT).onTheServer();
    assertThat(server).isNotEmpty();
    for (AnnotatorPage screen : List.of(one, other)) {
      assertThat(Eventually.eventually(() -> Truth.onTheScreen(screen), server::equals))
          .isEqualTo(server);
    }
  }
}
