package io.keyreel.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyreel.Eventually;
import io.keyreel.media.decode.Clips;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole loop as people walk it, in a real browser on a server of its own that is killed in the
 * middle: upload, keyframes, propagation, correction, submission, return, approval, export.
 */
class LoopTest {
  private static final Path REAL = Path.of("..", "shared", "media", "xmem2_chair.mp4");
  private static final String PASSWORD = "correct horse battery";
  private static final List<double[]> OBJECT =
      List.of(
          new double[] {.40, .35},
          new double[] {.58, .33},
          new double[] {.62, .60},
          new double[] {.42, .62});

  @TempDir private Path temporary;

  @Test
  void aRecordingBecomesApprovedLabelsAlsoOverAKill() throws IOException {
    Files.createDirectories(Path.of("target", "story"));
    Path recording = recording();
    try (OwnServer server = OwnServer.start(temporary);
        Desktop desktop = new Desktop()) {
      try {
        WebPages admin = new WebPages(desktop.newPerson(), server.base());
        admin.welcome(server.adminLink(), "Ada Admin", PASSWORD);
        String project = admin.newProject("Chairs", "Instance segmentation");
        String forLabeler = admin.invite(project, "lea@example.org", "Lea Labeler", "Labeler");
        String forReviewer = admin.invite(project, "ron@example.org", "Ron Reviewer", "Reviewer");
        admin.upload(project, recording);
        admin.video(recording.getFileName().toString()).waitFor();
        untilTasks(admin, project);
        admin.shot("library");

        WebPages labeler = new WebPages(desktop.newPerson(), server.base());
        labeler.welcome(forLabeler, "Lea Labeler", PASSWORD);
        Work work = label(labeler, project);
        server.kill();
        server.again();
        afterTheKill(labeler, work);
        correct(labeler, work);
        submit(labeler);

        WebPages reviewer = new WebPages(desktop.newPerson(), server.base());
        reviewer.welcome(forReviewer, "Ron Reviewer", PASSWORD);
        sendBack(reviewer, project);
        mend(labeler, project);
        approve(reviewer, project);
        readOnly(labeler, work);
        new ExportCheck(admin, project, work.shown()).sameInAllFormats();
        new FrameCheck(admin, project, work.task()).sameFrames(recording, temporary);
      } catch (RuntimeException | AssertionError e) {
        desktop.shots("failed");
        throw new AssertionError("the server said: " + tail(server.printed()), e);
      }
    }
  }

  /** What a labeler has made so far. */
  private record Work(String task, String track, Map<Integer, Object> shown) {}

  private Path recording() throws IOException {
    return Files.exists(REAL)
        ? REAL
        : new Clips(temporary)
            .make("pictures.mp4", "testsrc2=s=480x320:r=25:d=2.4", "-c:v", "libopenh264");
  }

  private static void untilTasks(WebPages admin, String project) {
    Eventually.eventually(() ->
        String.valueOf(admin.get("/projects/" + project + "/tasks").get("body")).contains("label"));
  }

  private Work label(WebPages labeler, String project) {
    AnnotatorPage annotator = labeler.nextTask(project);
    assertThat(annotator.frame()).isZero();
    annotator.press("f", "f", "d");
    assertThat(annotator.frame()).isEqualTo(1);
    annotator.goTo(0);
    annotator.polygon(OBJECT);
    annotator.goTo(30);
    annotator.stroke(List.of(new double[] {.45, .45}, new double[] {.55, .5}));
    annotator.press("Enter");
    annotator.untilSaved();
    String track = annotator.firstTrack();
    String task = labeler.page().url().replaceFirst(".*/annotate/([^?]+).*", "$1");
    annotator.press("Control+b");
    labeler
        .page()
        .waitForFunction(
            "() => document.querySelector('keyreel-annotator').session.runs.active().length > 0");
    labeler.shot("annotator-run");
    Map<Integer, Object> keyframes = new TreeMap<>();
    keyframes.put(0, annotator.maskAt(track, 0));
    keyframes.put(30, annotator.maskAt(track, 30));
    assertThat(keyframes.values()).doesNotContainNull();
    return new Work(task, track, keyframes);
  }

  private void afterTheKill(WebPages labeler, Work work) {
    labeler.page().reload();
    AnnotatorPage annotator = new AnnotatorPage(labeler.page());
    annotator.untilRunsEnd();
    labeler.page().reload();
    annotator = new AnnotatorPage(labeler.page());
    labeler.shot("annotator-done");
    assertThat(annotator.maskAt(work.track(), 0)).isEqualTo(work.shown().get(0));
    assertThat(annotator.maskAt(work.track(), 30)).isEqualTo(work.shown().get(30));
    for (int frame = 1; frame < 30; frame++) {
      assertThat(annotator.proposed(work.track(), frame)).as("frame %d", frame).isTrue();
    }
    annotator.press("ArrowRight");
  }

  /** Only the spans beside the corrected frame run again; the rest stays to the pixel. */
  private void correct(WebPages labeler, Work work) {
    AnnotatorPage annotator = new AnnotatorPage(labeler.page());
    Map<Integer, Object> before = annotator.masks(work.track(), 31, 40);
    annotator.goTo(15);
    annotator.select(work.track());
    annotator.stroke(List.of(new double[] {.48, .42}, new double[] {.52, .55}));
    annotator.goTo(16);
    annotator.untilSaved();
    labeler
        .page()
        .waitForFunction(
            "() => document.querySelector('keyreel-annotator').session.runs.active().length > 0");
    annotator.untilRunsEnd();
    labeler.page().reload();
    annotator = new AnnotatorPage(labeler.page());
    work.shown().clear();
    work.shown().putAll(annotator.masks(work.track(), 0, 40));
    before.forEach(
        (frame, mask) -> assertThat(work.shown().get(frame)).as("frame %d", frame).isEqualTo(mask));
  }

  private void submit(WebPages labeler) {
    AnnotatorPage annotator = new AnnotatorPage(labeler.page());
    annotator.button("Submit").click();
    labeler.page().locator("kr-dialogs dialog").waitFor();
    labeler.shot("submit");
    labeler.page().locator("kr-dialogs dialog button.main").click();
    labeler.page().getByText("Everything is saved.").waitFor();
  }

  private void sendBack(WebPages reviewer, String project) {
    reviewer.open(project, "review");
    reviewer.page().waitForTimeout(1500);
    reviewer.shot("review");
    AnnotatorPage annotator = reviewer.nextTask(project);
    annotator.press("Shift+M");
    reviewer.page().locator("kr-dialogs textarea").fill("The left leg is missing here.");
    annotator.button("Pin the note").click();
    reviewer.page().locator("kr-note-list").getByText("The left leg is missing here.").waitFor();
    reviewer.page().locator("[data-action=return]").click();
    reviewer.page().locator("kr-dialogs textarea").fill("Please mend the left leg.");
    reviewer.page().locator("kr-dialogs dialog button.main").click();
    reviewer.page().getByText("Everything is saved.").waitFor();
  }

  private void mend(WebPages labeler, String project) {
    labeler.open(project, "tasks");
    labeler.page().getByLabel(Pattern.compile("Notifications, [1-9].*")).first().waitFor();
    AnnotatorPage annotator = labeler.nextTask(project);
    annotator.button("Resolve").click();
    annotator.button("Reopen").waitFor();
    submit(labeler);
  }

  private void approve(WebPages reviewer, String project) {
    AnnotatorPage annotator = reviewer.nextTask(project);
    annotator.page().locator("[data-action=approve]").click();
    reviewer.page().getByText("Everything is saved.").waitFor();
  }

  private void readOnly(WebPages labeler, Work work) {
    Object task = labeler.get("/tasks/" + work.task()).get("body");
    assertThat(String.valueOf(task)).contains("editable=false").contains("APPROVED");
  }

  private static String tail(String text) {
    return text.substring(Math.max(0, text.length() - 3000));
  }
}
