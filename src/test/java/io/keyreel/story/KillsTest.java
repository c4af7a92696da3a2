package io.keyreel.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.keyreel.Eventually;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One server, killed in the middle of each step of the loop; people go on where they were. */
class KillsTest {
  private static final String PASSWORD = "correct horse battery";
  private static final String SOURCE = "testsrc2=s=640x480:r=25:d=6";
  private static final int FRAMES = 150;
  private static final List<double[]> OBJECT =
      List.of(new double[] {.3, .3}, new double[] {.6, .3}, new double[] {.5, .7});

  @TempDir private Path temporary;

  @Test
  void nothingThatWasAcknowledgedIsLostWhereverTheServerIsKilled() throws IOException {
    Files.createDirectories(Path.of("target", "story"));
    Path recording = UploadPanel.recording(temporary, "kills.mp4", SOURCE);
    try (OwnServer server = OwnServer.start(temporary);
        Desktop desktop = new Desktop()) {
      try {
        WebPages admin = new WebPages(desktop.newPerson(), server.base());
        admin.page().onDialog(dialog -> dialog.accept());
        admin.welcome(server.adminLink(), "Ada Admin", PASSWORD);
        String project = admin.newProject("Kills", "Instance segmentation");
        String invitation = admin.invite(project, "lea@example.org", "Lea Labeler", "Labeler");
        inTheUpload(server, admin, project, recording);
        inTheIngest(server, admin, project);

        WebPages labeler = new WebPages(desktop.newPerson(), server.base());
        labeler.welcome(invitation, "Lea Labeler", PASSWORD);
        String task = afterAStroke(server, labeler, project);
        inTheSubmit(server, labeler, task);
        inTheExport(server, admin, project);
      } catch (RuntimeException | AssertionError e) {
        desktop.shots("kills-failed");
        throw new AssertionError("the server said: " + server.printed(), e);
      }
    }
  }

  /** What the server had stays; the same file goes on from there. */
  private static void inTheUpload(OwnServer server, WebPages admin, String project, Path recording)
      throws IOException {
    UploadPanel uploads = new UploadPanel(admin.page());
    new Line(admin.page()).slow();
    admin.upload(project, recording);
    uploads.past(75);
    long kept = uploads.received();
    server.kill();
    server.again();
    uploads.offsets().clear();
    admin.upload(project, recording);
    uploads.says("Arrived");
    assertThat(uploads.offsets().getFirst()).isGreaterThanOrEqualTo(kept);
  }

  private static void inTheIngest(OwnServer server, WebPages admin, String project)
      throws IOException {
    String jobs = "/projects/" + project + "/jobs";
    Eventually.eventually(
        () -> String.valueOf(admin.get(jobs).get("body")),
        text -> text.contains("state=RUNNING") || text.contains("state=DONE"));
    server.kill();
    server.again();
    admin.open(project, "library");
    admin.video("kills.mp4").getByText(FRAMES + " frames").waitFor();
  }

  /** One stroke goes out as the server dies, one is made while it is dead: both are there. */
  private static String afterAStroke(OwnServer server, WebPages labeler, String project)
      throws IOException {
    AnnotatorPage annotator = labeler.nextTask(project);
    annotator.polygon(OBJECT);
    annotator.untilSaved();
    String track = annotator.firstTrack();
    annotator.goTo(20);
    annotator.select(track);
    annotator.stroke(List.of(new double[] {.4, .4}, new double[] {.5, .5}));
    server.kill();
    annotator.goTo(21);
    annotator.select(track);
    annotator.stroke(List.of(new double[] {.42, .4}, new double[] {.52, .5}));
    annotator.press("Enter");
    Map<Integer, Object> drawn = new HashMap<>();
    for (int frame : new int[] {0, 20, 21}) {
      annotator.goTo(frame);
      drawn.put(frame, annotator.maskAt(track, frame));
    }
    assertThat(drawn.values()).doesNotContainNull();
    labeler.page().getByText("kept here").first().waitFor();
    server.again();
    labeler.page().reload();
    annotator = new AnnotatorPage(labeler.page());
    annotator.untilSaved();
    labeler.page().reload();
    annotator = new AnnotatorPage(labeler.page());
    for (Map.Entry<Integer, Object> frame : drawn.entrySet()) {
      assertThat(annotator.maskAt(track, frame.getKey())).isEqualTo(frame.getValue());
    }
    return labeler.page().url().replaceFirst(".*/annotate/([^?]+).*", "$1");
  }

  /** It went through or it did not; the second try is told apart from the first. */
  private static void inTheSubmit(OwnServer server, WebPages labeler, String task)
      throws IOException {
    new AnnotatorPage(labeler.page()).button("Submit").click();
    Page page = labeler.page();
    page.getByText("Each of these is a click away:")
        .or(page.getByText("Nothing is missing."))
        .first()
        .waitFor();
    page.locator("kr-dialogs dialog button.main").click();
    server.kill();
    server.again();
    page.navigate(labeler.address("/annotate/" + task));
    if (stage(labeler, task).equals("label")) {
      AnnotatorPage annotator = new AnnotatorPage(page);
      annotator.button("Submit").click();
      page.locator("kr-dialogs dialog button.main").click();
      page.getByText("Everything is saved.").waitFor();
    }
    assertThat(stage(labeler, task)).isEqualTo("review");
  }

  @SuppressWarnings("unchecked")
  private static String stage(WebPages person, String task) {
    Map<String, Object> body = (Map<String, Object>) person.get("/tasks/" + task).get("body");
    return String.valueOf(((Map<String, Object>) body.get("stage")).get("id"));
  }

  /** It comes out whole, and byte for byte like one that nothing disturbed. */
  private static void inTheExport(OwnServer server, WebPages admin, String project)
      throws IOException {
    ExportPanel exports = new ExportPanel(admin, project);
    exports.ask("Native", true);
    server.kill();
    server.again();
    byte[] killed = exports.download();
    exports.ask("Native", true);
    byte[] calm = exports.download();
    assertThat(killed).isNotEmpty().isEqualTo(calm);
  }
}
