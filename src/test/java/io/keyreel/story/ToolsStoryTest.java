package io.keyreel.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.keyreel.Eventually;
import io.keyreel.KeyreelTest;
import io.keyreel.labels.Keyframe;
import io.keyreel.labels.Labels;
import io.keyreel.labels.Ontologies;
import io.keyreel.labels.Ontology;
import io.keyreel.labels.OntologyClass;
import io.keyreel.labels.Skeleton;
import io.keyreel.workflow.Task;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationContext;

/** Each tool is used by hand; what the server has then is what the canvas shows. */
@KeyreelTest
class ToolsStoryTest {
  private static final List<double[]> ACROSS =
      List.of(new double[] {.35, .4}, new double[] {.6, .5});
  private static final List<double[]> ROUND =
      List.of(
          new double[] {.3, .3},
          new double[] {.6, .3},
          new double[] {.6, .6},
          new double[] {.3, .6});

  /** A tool, how it is used on a frame of its own, and in which slots the frame has shapes then. */
  private record Use(String tool, Consumer<AnnotatorPage> by, String... slots) {}

  private static final List<Use> TOOLS =
      List.of(
          use("brush", page -> page.stroke(ACROSS), "MASK"),
          use(
              "square brush",
              page -> {
                page.press("'");
                page.stroke(ACROSS);
                page.press("'");
              },
              "MASK"),
          use(
              "eraser",
              page -> {
                page.stroke(ACROSS);
                page.press("Shift+2");
                page.drag(List.of(new double[] {.45, .3}, new double[] {.5, .6}));
              },
              "MASK"),
          use("polygon", page -> page.polygon(ROUND), "MASK"),
          use(
              "polygon, subtract",
              page -> {
                page.polygon(ROUND);
                page.press("Shift+4");
                page.click(
                    List.of(new double[] {.4, .4}, new double[] {.5, .4}, new double[] {.45, .5}));
                page.press("Enter");
              },
              "MASK"),
          use(
              "lasso",
              page -> {
                page.press("Shift+6");
                page.drag(ROUND);
              },
              "MASK"),
          use(
              "wand",
              page -> {
                page.press("Shift+7");
                page.click(List.of(new double[] {.5, .05}));
              },
              "MASK"),
          use(
              "scissors",
              page -> {
                page.press("Shift+8");
                page.click(ROUND);
                page.press("Enter");
              },
              "MASK"),
          use(
              "box",
              page -> {
                page.press("Shift+5");
                page.drag(ACROSS);
              },
              "BOX"),
          use(
              "rotated box",
              page -> {
                page.press("Shift+0");
                page.click(
                    List.of(new double[] {.3, .5}, new double[] {.6, .4}, new double[] {.5, .7}));
              },
              "BOX"),
          use(
              "ellipse",
              page -> {
                page.press("Shift+9");
                page.drag(ACROSS);
              },
              "ELLIPSE"),
          use(
              "line",
              page -> {
                page.press("Alt+1");
                page.click(ROUND);
                page.press("Enter");
              },
              "POLYLINE"),
          use(
              "points",
              page -> {
                page.press("Alt+2");
                page.click(ROUND);
              },
              "POINTS"),
          use(
              "skeleton",
              page -> {
                page.press("Alt+3");
                page.drag(ACROSS);
              },
              "SKELETON"),
          use(
              "slice",
              page -> {
                page.polygon(ROUND);
                page.press("Alt+j");
                page.click(List.of(new double[] {.2, .45}, new double[] {.7, .4}));
                page.press("Enter");
              },
              "MASK",
              "MASK"),
          use(
              "fill, grow, smooth",
              page -> {
                page.stroke(
                    List.of(ROUND.get(0), ROUND.get(1), ROUND.get(2), ROUND.get(3), ROUND.get(0)));
                page.press("Shift+F", "Alt+=", "Shift+S");
              },
              "MASK"),
          use(
              "make it a mask",
              page -> {
                page.press("Shift+9");
                page.drag(ACROSS);
                page.ask("a => a.act('to-mask')");
              },
              "ELLIPSE",
              "MASK"));

  /** Shapes that the screen has otherwise than the server. */
  private static final String DIFFERENT =
      """
      async a => {
        const plain = shape => JSON.stringify(Object.entries(shape).sort());
        const server = (await (await fetch(`/api/v1/tasks/${a.session.task.id}/labels`)).json()).keyframes;
        const { view } = a.session.labels;
        const mine = view.tracks().flatMap(t => view.keyframes(t.id));
        if (server.length !== mine.length) return [`${server.length} there, ${mine.length} here`];
        return server.filter(k => plain(k.shape) !== plain(view.keyframe(k.track, k.frame, k.slot)?.shape ?? {})).map(k => `${k.slot} at ${k.frame}`);
      }
      """;

  @TempDir private Path temporary;
  @Autowired private ApplicationContext context;
  @Autowired private Labels labels;
  @Autowired private Ontologies ontologies;

  @Value("${local.server.port}")
  private int port;

  @Test
  void whatIsDrawnWithEachToolIsWhatTheServerHas() throws IOException {
    try (Office office = new Office(context, port)) {
      withSkeleton(office);
      Task task = office.taskOf(new Footage().file(temporary));
      office.world.act(task, "claim", office.world.labeler);
      try {
        AnnotatorPage annotator = office.enter(office.world.labeler).annotate(task.id());
        for (int frame = 0; frame < TOOLS.size(); frame++) {
          Use use = TOOLS.get(frame);
          annotator.goTo(frame);
          annotator.ask("a => a.session.selection.only(null)");
          use.by.accept(annotator);
          annotator.press("Enter", "Escape", "Escape");
          annotator.untilSaved();
          assertThat(slots(task, frame)).as(use.tool).containsExactlyInAnyOrder(use.slots);
        }
        same(task, annotator);
        undoAndRedo(task, annotator);
        Page page = annotator.page();
        page.reload();
        same(task, new AnnotatorPage(page));
      } catch (RuntimeException | AssertionError e) {
        throw office.failed("tools", e);
      }
    }
  }

  /** Back to nothing, and to all of it again. */
  private void undoAndRedo(Task task, AnnotatorPage annotator) {
    Map<String, String> before = Truth.onTheScreen(annotator);
    annotator.ask("a => { while (a.session.history.canUndo) a.desk.commands.undo(); }");
    annotator.untilSaved();
    assertThat(Truth.onTheScreen(annotator)).isEmpty();
    assertThat(state(task)).isEmpty();
    annotator.ask(
        "a => { while (a.session.history.canRedo) a.desk.commands.redo(); a.session.drafts.commitAll(); }");
    annotator.untilSaved();
    assertThat(Truth.onTheScreen(annotator)).isEqualTo(before);
    same(task, annotator);
  }

  /** Masks to the pixel, all other shapes number by number. */
  private void same(Task task, AnnotatorPage annotator) {
    Truth truth = new Truth(labels, task, Footage.WIDTH, Footage.HEIGHT);
    assertThat(
            Eventually.eventually(
                () -> Truth.onTheScreen(annotator), shown -> shown.equals(truth.onTheServer())))
        .isNotEmpty()
        .isEqualTo(truth.onTheServer());
    assertThat(annotator.ask(DIFFERENT)).isEqualTo(List.of());
  }

  private List<String> slots(Task task, int frame) {
    return state(task).stream().filter(k -> k.frame() == frame).map(k -> k.slot().name()).toList();
  }

  private List<Keyframe> state(Task task) {
    return labels.state(task.labelSet(), task.frames()).keyframes();
  }

  private void withSkeleton(Office office) {
    Skeleton bones =
        new Skeleton(
            List.of(new Skeleton.Joint("head", .5, 0), new Skeleton.Joint("foot", .5, 1)),
            List.of(List.of(0, 1)));
    Ontology now = ontologies.current(office.world.project.id());
    OntologyClass figure =
        new OntologyClass("figure", "Figure", "thing", "#e0607e", "1", List.of(), bones);
    ontologies.save(
        office.world.project.id(),
        new Ontology(now.version(), List.of(figure), List.of(), List.of()),
        office.world.lead);
  }

  private static Use use(String tool, Consumer<AnnotatorPage> by, String... slots) {
    return new Use(tool, by, slots);
  }
}
