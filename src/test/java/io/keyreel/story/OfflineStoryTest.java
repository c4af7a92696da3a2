package io.keyreel.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import io.keyreel.Drill;
import io.keyreel.KeyreelTest;
import io.keyreel.access.TestPeople;
import io.keyreel.labels.Labels;
import io.keyreel.workflow.Task;
import io.keyreel.workflow.TestTasks;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationContext;

/** The line fails, the browser dies, the sign-in ends: what was drawn is there afterwards. */
@KeyreelTest
class OfflineStoryTest {
  private static final List<Duration> AWAY =
      List.of(Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofSeconds(120));
  private static final int LAST = 39;

  @TempDir private Path temporary;
  @Autowired private ApplicationContext context;
  @Autowired private Labels labels;

  @Value("${local.server.port}")
  private int port;

  @Test
  void whatIsDrawnWhileTheLineIsDownIsSavedWhenItIsBack() throws IOException {
    try (Office office = new Office(context, port)) {
      Task task = claimed(office);
      try {
        AnnotatorPage annotator = drawing(office, task);
        String track = annotator.firstTrack();
        int frame = 1;
        for (Duration away : AWAY.subList(0, Drill.count(1, AWAY.size()))) {
          annotator.page().context().setOffline(true);
          long end = System.nanoTime() + away.toNanos();
          do {
            stroke(annotator, track, frame++ % LAST);
            annotator.page().waitForTimeout(1500);
          } while (System.nanoTime() < end);
          saving(annotator.page(), "offline");
          assertThat(annotator.page().locator("kr-top-bar .save").textContent())
              .contains("kept here");
          annotator.page().context().setOffline(false);
          annotator.untilSaved();
          saving(annotator.page(), "saved");
          same(task, annotator);
        }
        annotator.page().reload();
        same(task, new AnnotatorPage(annotator.page()));
      } catch (RuntimeException | AssertionError e) {
        throw office.failed("offline", e);
      }
    }
  }

  @Test
  void aBrowserThatDiesWhileOfflineSendsItsEditsWhenItIsOpenedAgain() throws IOException {
    try (Office office = new Office(context, port)) {
      Task task = claimed(office);
      try {
        AnnotatorPage annotator = drawing(office, task);
        String track = annotator.firstTrack();
        Page page = annotator.page();
        page.context().setOffline(true);
        stroke(annotator, track, 5);
        stroke(annotator, track, 6);
        Map<String, String> drawn = Truth.onTheScreen(annotator);
        assertThat(truth(task).onTheServer()).isNotEqualTo(drawn);
        String address = page.url();
        Page other = page.context().newPage();
        page.close();
        other.context().setOffline(false);
        other.navigate(address);
        AnnotatorPage again = new AnnotatorPage(other);
        again.untilSaved();
        same(task, again);
        assertThat(truth(task).onTheServer()).isEqualTo(drawn);
      } catch (RuntimeException | AssertionError e) {
        throw office.failed("crash", e);
      }
    }
  }

  @Test
  void anEndedSignInKeepsWhatIsDrawnUntilThePersonIsBack() throws IOException {
    try (Office office = new Office(context, port)) {
      Task task = claimed(office);
      try {
        AnnotatorPage annotator = drawing(office, task);
        String track = annotator.firstTrack();
        Page page = annotator.page();
        page.context().clearCookies(new BrowserContext.ClearCookiesOptions().setName("keyreel"));
        stroke(annotator, track, 5);
        stroke(annotator, track, 6);
        saving(page, "signed-out");
        page.getByText("Your sign-in has ended.").first().waitFor();
        assertThat(new Axe().findings(page)).isEmpty();
        Map<String, String> drawn = Truth.onTheScreen(annotator);
        Page door = page.waitForPopup(() -> page.locator("kr-signed-out a").click());
        WebPages again = new WebPages(door, "http://localhost:" + port);
        again.signIn(office.world.labeler.email(), TestPeople.PASSWORD);
        page.bringToFront();
        annotator.untilSaved();
        saving(page, "saved");
        same(task, annotator);
        assertThat(truth(task).onTheServer()).isEqualTo(drawn);
      } catch (RuntimeException | AssertionError e) {
        throw office.failed("sign-in", e);
      }
    }
  }

  @Test
  void whoIsSignedOutElsewhereFindsTheEditsSavedAfterTheNextSignIn() throws IOException {
    try (Office office = new Office(context, port)) {
      Task task = claimed(office);
      try {
        AnnotatorPage annotator = drawing(office, task);
        Page page = annotator.page();
        page.context().setOffline(true);
        stroke(annotator, annotator.firstTrack(), 5);
        Map<String, String> drawn = Truth.onTheScreen(annotator);
        signOut(page);
        page.context().setOffline(false);
        WebPages again = new WebPages(page, "http://localhost:" + port);
        again.signIn(office.world.labeler.email(), TestPeople.PASSWORD);
        AnnotatorPage back = again.annotate(task.id());
        back.untilSaved();
        same(task, back);
        assertThat(truth(task).onTheServer()).isEqualTo(drawn);
      } catch (RuntimeException | AssertionError e) {
        throw office.failed("signed-out", e);
      }
    }
  }

  private Task claimed(Office office) throws IOException {
    Task task = office.task(temporary);
    office.world.act(task, "claim", office.world.labeler);
    return task;
  }

  /** With one object drawn, and all pictures at hand. */
  private static AnnotatorPage drawing(Office office, Task task) {
    AnnotatorPage annotator = office.enter(office.world.labeler).annotate(task.id());
    annotator.goTo(LAST);
    annotator.goTo(0);
    annotator.polygon(List.of(new double[] {.3, .3}, new double[] {.6, .3}, new double[] {.5, .7}));
    annotator.press("Enter");
    annotator.untilSaved();
    return annotator;
  }

  private static void stroke(AnnotatorPage annotator, String track, int frame) {
    annotator.goTo(frame);
    annotator.select(track);
    annotator.stroke(List.of(new double[] {.4, .4}, new double[] {.55, .5}));
    annotator.press("Enter");
  }

  private static void saving(Page page, String state) {
    page.locator("kr-top-bar [data-saving=" + state + "]").waitFor();
  }

  private Truth truth(Task task) {
    return new Truth(labels, task, TestTasks.WIDTH, TestTasks.HEIGHT);
  }

  private void same(Task task, AnnotatorPage annotator) {
    assertThat(Truth.onTheScreen(annotator)).isNotEmpty().isEqualTo(truth(task).onTheServer());
  }

  private void signOut(Page page) {
    RequestOptions asPage = RequestOptions.create().setHeader("X-Keyreel-Client", "test");
    String address = "http://localhost:" + port + "/api/v1/sign-out";
    assertThat(page.request().post(address, asPage).ok()).isTrue();
  }
}
