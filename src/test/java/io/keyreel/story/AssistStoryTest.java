package io.keyreel.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.MouseButton;
import io.keyreel.KeyreelTest;
import io.keyreel.geometry.Mask;
import io.keyreel.geometry.MaskShape;
import io.keyreel.geometry.Masks;
import io.keyreel.geometry.Metrics;
import io.keyreel.workflow.Task;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationContext;

/** A labeler points at an object, sees its mask at once, and keeps it or not. */
@KeyreelTest
class AssistStoryTest {
  private static final String SQUARE =
      "color=c=0x305030:s=640x360:r=25:d=1[ground];color=c=0xd0a040:s=140x120:r=25:d=1[square];"
          + "[ground][square]overlay=x=200+40*t:y=110";
  private static final Mask TRUTH =
      Mask.of(640, 360, (x, y) -> x >= 200 && x < 340 && y >= 110 && y < 230);

  @TempDir private Path temporary;
  @Autowired private ApplicationContext context;

  @Value("${local.server.port}")
  private int port;

  @Test
  void whatAClickFindsIsKeptOnEnterAndDroppedOnEsc() throws IOException {
    try (Office office = new Office(context, port)) {
      Task task = office.task(temporary, SQUARE);
      office.world.act(task, "claim", office.world.labeler);
      WebPages labeler = office.enter(office.world.labeler);
      try {
        AnnotatorPage annotator = labeler.nextTask(office.project());
        annotator.press("u");
        click(annotator, 0.4, 0.5, MouseButton.LEFT);
        untilFound(annotator);
        labeler.shot("assist-preview");
        annotator.press("Escape");
        assertThat(tracks(annotator)).isZero();

        click(annotator, 0.4, 0.5, MouseButton.LEFT);
        click(annotator, 0.8, 0.8, MouseButton.RIGHT);
        untilFound(annotator);
        annotator.press("Enter");
        annotator.untilSaved();
        String track = annotator.firstTrack();
        Map<String, Object> shown = annotator.maskAt(track, 0);
        assertThat(Metrics.iou(mask(shown), TRUTH)).isGreaterThan(0.9);
        assertThat(kept(labeler, task)).isEqualTo(List.of(shown));

        annotator.press("Control+z");
        annotator.untilSaved();
        assertThat(tracks(annotator)).as("one step back").isZero();
        annotator.press("Control+y");
        annotator.untilSaved();
        assertThat(annotator.maskAt(track, 0)).isEqualTo(shown);
      } catch (RuntimeException | AssertionError e) {
        throw office.failed("assist", e);
      }
    }
  }

  @Test
  void aBoxFindsItTooAndAServerThatIsAwayLosesNoPrompt() throws IOException {
    try (Office office = new Office(context, port)) {
      Task task = office.task(temporary, SQUARE);
      office.world.act(task, "claim", office.world.labeler);
      WebPages labeler = office.enter(office.world.labeler);
      try {
        AnnotatorPage annotator = labeler.nextTask(office.project());
        Page page = annotator.page();
        annotator.press("u");
        page.route("**/segment", route -> route.abort());
        drag(annotator, new double[] {0.28, 0.25}, new double[] {0.56, 0.7});
        page.getByText("The server cannot be reached.").waitFor();
        page.unroute("**/segment");
        annotator.press("Enter");
        untilFound(annotator);
        annotator.press("Enter");
        annotator.untilSaved();
        Map<String, Object> shown = annotator.maskAt(annotator.firstTrack(), 0);
        assertThat(Metrics.iou(mask(shown), TRUTH)).isGreaterThan(0.9);
        assertThat(kept(labeler, task)).isEqualTo(List.of(shown));
      } catch (RuntimeException | AssertionError e) {
        throw office.failed("assist-box", e);
      }
    }
  }

  private static void click(AnnotatorPage annotator, double x, double y, MouseButton button) {
    double[] at = annotator.onScreen(x, y);
    annotator.page().mouse().click(at[0], at[1], new Mouse.ClickOptions().setButton(button));
  }

  private static void drag(AnnotatorPage annotator, double[] from, double[] to) {
    double[] start = annotator.onScreen(from[0], from[1]);
    double[] end = annotator.onScreen(to[0], to[1]);
    Mouse mouse = annotator.page().mouse();
    mouse.move(start[0], start[1]);
    mouse.down();
    mouse.move(end[0], end[1], new Mouse.MoveOptions().setSteps(6));
    mouse.up();
  }

  private static void untilFound(AnnotatorPage annotator) {
    annotator
        .page()
        .waitForFunction(
            "() => / % sure/.test(document.querySelector('keyreel-annotator').desk.enterHint() ?? '')");
  }

  private static int tracks(AnnotatorPage annotator) {
    return ((Number) annotator.ask("a => a.session.labels.view.tracks().length")).intValue();
  }

  /** The shapes of all keyframes that the server has. */
  private static List<?> kept(WebPages labeler, Task task) {
    Map<?, ?> labels = (Map<?, ?>) labeler.get("/tasks/" + task.id() + "/labels").get("body");
    return ((List<?>) labels.get("keyframes"))
        .stream().map(keyframe -> ((Map<?, ?>) keyframe).get("shape")).toList();
  }

  private static Mask mask(Map<String, Object> shape) {
    return Masks.of(
        new MaskShape(
            ((Number) shape.get("x")).intValue(),
            ((Number) shape.get("y")).intValue(),
            ((Number) shape.get("width")).intValue(),
            ((Number) shape.get("height")).intValue(),
            (String) shape.get("counts")),
        640,
        360);
  }
}
