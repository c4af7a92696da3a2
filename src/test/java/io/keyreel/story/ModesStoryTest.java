package io.keyreel.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import io.keyreel.Eventually;
import io.keyreel.KeyreelTest;
import io.keyreel.access.Project;
import io.keyreel.access.ProjectChange;
import io.keyreel.access.Projects;
import io.keyreel.geometry.Mask;
import io.keyreel.geometry.Masks;
import io.keyreel.kernel.FrameRange;
import io.keyreel.labels.ClipClass;
import io.keyreel.labels.EventClass;
import io.keyreel.labels.LabelState;
import io.keyreel.labels.Labels;
import io.keyreel.labels.Ontologies;
import io.keyreel.labels.Ontology;
import io.keyreel.labels.OntologyClass;
import io.keyreel.labels.ProposalPiece;
import io.keyreel.labels.Resolved;
import io.keyreel.workflow.Guidelines;
import io.keyreel.workflow.Notes;
import io.keyreel.workflow.Sweep;
import io.keyreel.workflow.Sweeps;
import io.keyreel.workflow.Task;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationContext;

/**
 * What a task is about decides what the annotator offers; each mode is worked in, pictured and read
 * by axe-core.
 */
@KeyreelTest
class ModesStoryTest {
  private static final OntologyClass FIGURE = klass("figure", "Figure", "thing", "#e0607e", "1");
  private static final OntologyClass GROUND = klass("ground", "Ground", "stuff", "#7d8795", "2");
  private static final OntologyClass SKY = klass("sky", "Sky", "stuff", "#4fb3e8", "3");

  @TempDir private Path temporary;
  @Autowired private ApplicationContext context;
  @Autowired private Labels labels;
  @Autowired private Ontologies ontologies;
  @Autowired private Projects projects;
  @Autowired private Guidelines guidelines;
  @Autowired private Sweeps sweeps;
  @Autowired private Notes notes;

  @Value("${local.server.port}")
  private int port;

  private final Footage footage = new Footage();
  private final Album album = new Album();

  @Test
  void panopticLeavesNoPixelWithoutClassAndGivesNoneToTwo() throws IOException {
    in(
        "panoptic",
        new Ontology(0, List.of(FIGURE, GROUND, SKY), List.of(), List.of()),
        (office, task) -> {
          footage.label(office.world, task, "figure", 40);
          AnnotatorPage annotator = open(office.enter(office.world.labeler), task);
          Locator rest = annotator.page().locator("kr-rest-panel");
          rest.getByText("without class").waitFor();
          brush(annotator, "Control+2", 160, List.of(new double[] {0, .9}, new double[] {1, .9}));
          annotator.press("Escape");
          annotator.ask("a => a.session.selection.only(null)");
          brush(annotator, "Control+3", 30, List.of(new double[] {.1, .1}, new double[] {.2, .1}));
          annotator.press("Shift+B");
          rest.getByText("Every pixel has a class").waitFor();
          finish(annotator);
          album.takeDark(annotator.page(), "annotator-panoptic");
          same(task, annotator);
          Mask all = Mask.empty(Footage.WIDTH, Footage.HEIGHT);
          for (Mask mask : masks(task, 0)) {
            assertThat(all.intersection(mask)).isZero();
            all = all.or(mask);
          }
          assertThat(all.area()).isEqualTo(Footage.WIDTH * Footage.HEIGHT);
        });
  }

  @Test
  void semanticPaintsOneLayerAClass() throws IOException {
    in(
        "semantic",
        new Ontology(0, List.of(GROUND, SKY), List.of(), List.of()),
        (office, task) -> {
          AnnotatorPage annotator = open(office.enter(office.world.labeler), task);
          for (double x : new double[] {.2, .5, .8}) {
            brush(annotator, "Control+2", 60, List.of(new double[] {x, .8}, new double[] {x, .9}));
            annotator.ask("a => a.session.selection.only(null)");
            brush(annotator, "Control+3", 60, List.of(new double[] {x, .2}, new double[] {x, .3}));
            annotator.ask("a => a.session.selection.only(null)");
          }
          finish(annotator);
          album.takeDark(annotator.page(), "annotator-semantic");
          same(task, annotator);
          assertThat(state(task).tracks()).hasSize(2);
        });
  }

  @Test
  void eventsNeedNothingDrawn() throws IOException {
    List<EventClass> kinds =
        List.of(
            new EventClass("enters", "Enters", "#2fa8a0", List.of()),
            new EventClass("leaves", "Leaves", "#e0607e", List.of()));
    in(
        "events",
        new Ontology(0, List.of(), kinds, List.of()),
        (office, task) -> {
          AnnotatorPage annotator = open(office.enter(office.world.labeler), task);
          event(annotator, 4, 11, "Enters");
          event(annotator, 20, 33, "Leaves");
          annotator.untilSaved();
          album.takeDark(annotator.page(), "annotator-events");
          assertThat(state(task).events())
              .extracting(event -> event.classId() + " " + event.from() + " " + event.to())
              .containsExactlyInAnyOrder("enters 4 12", "leaves 20 34");
        });
  }

  @Test
  void clipsAreClassifiedByAClick() throws IOException {
    List<ClipClass> kinds = List.of(new ClipClass("day", "Day"), new ClipClass("night", "Night"));
    in(
        "clip",
        new Ontology(0, List.of(), List.of(), kinds),
        (office, task) -> {
          AnnotatorPage annotator = open(office.enter(office.world.labeler), task);
          annotator.button("Night").click();
          annotator.button("Day").click();
          annotator.press("Control+z");
          annotator.untilSaved();
          album.takeDark(annotator.page(), "annotator-clip");
          assertThat(state(task).tags()).extracting(tag -> tag.classId()).containsExactly("night");
        });
  }

  @Test
  void aSweepShowsEverythingAndCountsWhatWasMissing() throws IOException {
    in(
        "sweep",
        new Ontology(0, List.of(FIGURE), List.of(), List.of()),
        (office, task) -> {
          guidelines.save(office.world.project.id(), 0, GUIDELINES, office.world.lead);
          List<UUID> tracks = footage.label(office.world, task, "figure", 1);
          AnnotatorPage annotator = open(office.enter(office.world.labeler), task);
          Page page = annotator.page();
          page.getByLabel("Guidelines, new since you read them").waitFor();
          annotator.press("F2");
          page.locator("kr-guidelines").getByText("as one object").waitFor();
          annotator.select(tracks.getFirst().toString());
          annotator.press("h");
          assertThat(annotator.ask("a => a.session.looks.hidden(a.session.selection.track)"))
              .isEqualTo(true);
          annotator.press("Shift+W");
          page.locator("kr-sweep-bar").getByText("100 % shown").waitFor();
          assertThat(annotator.ask("a => a.session.looks.hidden(a.session.selection.track)"))
              .isEqualTo(false);
          annotator.goTo(20);
          annotator.press("n");
          brushNow(annotator, List.of(new double[] {.1, .5}, new double[] {.2, .6}));
          annotator.press("Enter");
          page.locator("kr-sweep-bar").getByText("1 missing added").waitFor();
          album.takeDark(page, "annotator-sweep");
          annotator.press("Escape", "Escape", "Escape");
          page.locator("kr-sweep-bar section").waitFor(gone());
          annotator.untilSaved();
          annotator.press("F2");
          same(task, annotator);
          page.reload();
          new AnnotatorPage(page);
          assertThat(sweeps.of(task.id(), office.world.labeler))
              .singleElement()
              .extracting(Sweep::frames, Sweep::misses)
              .containsExactly(Footage.FRAMES, 1);
        });
  }

  @Test
  void aReviewerComparesAcceptsAndSaysWhatIsWrong() throws IOException {
    in(
        "review",
        new Ontology(0, List.of(FIGURE), List.of(), List.of()),
        (office, task) -> {
          List<UUID> tracks = footage.label(office.world, task, "figure", 20);
          UUID track = tracks.getFirst();
          office.world.propose(task, track, new FrameRange(1, 20), .6f);
          office.world.act(task, "submit", office.world.labeler);
          office.world.act(task, "claim", office.world.reviewer);
          AnnotatorPage annotator = open(office.enter(office.world.reviewer), task);
          Page page = annotator.page();
          annotator.goTo(10);
          annotator.select(track.toString());
          annotator.stroke(List.of(new double[] {.5, .5}, new double[] {.55, .55}));
          annotator.press("Enter", "Escape");
          annotator.untilSaved();
          for (String look : List.of("overlay", "outline", "difference", "wipe")) {
            assertThat(annotator.ask("a => a.session.looks.overlay")).isEqualTo(look);
            album.takeDark(page, "annotator-review-" + look);
            annotator.press("y");
          }
          annotator.untilRunsEnd();
          annotator.goTo(5);
          annotator.button("Good").click();
          page.getByText("Accepted").first().waitFor();
          assertThat(state(task).proposals())
              .filteredOn(piece -> piece.from() <= 5 && piece.to() > 5)
              .extracting(ProposalPiece::accepted)
              .containsOnly(true);
          annotator.goTo(20);
          annotator.press("Shift+R");
          Locator pin = annotator.button("Pin it to the span");
          pin.waitFor();
          assertThat(pin.isDisabled()).isTrue();
          page.keyboard().type("The hand is missing.");
          assertThat(pin.isEnabled()).isTrue();
          pin.click();
          page.locator("kr-note-list").getByText("The hand is missing.").waitFor();
          assertThat(notes.of(task.id(), office.world.reviewer))
              .singleElement()
              .satisfies(note -> assertThat(note.track()).isEqualTo(track));
          annotator.untilRunsEnd();
          same(task, annotator);
        });
  }

  private static final String GUIDELINES =
      """
      # People and their animals

      Label each **person** from head to foot. What a person carries counts:

      1. bags and sticks, as one object;
      2. a lead up to the hand, not beyond.

      > When in doubt, leave it out and write a note.

      | Seen | Mark |
      |---|---|
      | less than half | occluded |
      | not at all | absent |
      """;

  private interface Work {
    void at(Office office, Task task) throws IOException;
  }

  /**
   * Works at a task of a project with these classes; what was pictured must be free of findings.
   */
  private void in(String story, Ontology ontology, Work work) throws IOException {
    try (Office office = new Office(context, port)) {
      Project project = office.world.project;
      projects.update(
          project.id(),
          new ProjectChange(project.version(), "Park and road", null, null),
          office.world.admin);
      Ontology now = ontologies.current(project.id());
      ontologies.save(
          project.id(),
          new Ontology(now.version(), ontology.classes(), ontology.events(), ontology.clips()),
          office.world.lead);
      Task task = office.taskOf(footage.file(temporary));
      office.world.act(task, "claim", office.world.labeler);
      try {
        work.at(office, task);
      } catch (RuntimeException | AssertionError e) {
        throw office.failed(story, e);
      }
    }
    assertThat(album.findings()).isEmpty();
  }

  /** By somebody who has been shown around. */
  private static AnnotatorPage open(WebPages person, Task task) {
    AnnotatorPage annotator = person.annotate(task.id());
    annotator.ask("a => { a.session.preferences.set('tour.seen', true); a.desk.startTour(null); }");
    return annotator;
  }

  private static void brush(
      AnnotatorPage annotator, String classKey, int size, List<double[]> way) {
    annotator.press(classKey);
    annotator.ask("(a, size) => a.session.toolbox.setBrush(size)", size);
    annotator.stroke(way);
  }

  /** With the tool in hand. */
  private static void brushNow(AnnotatorPage annotator, List<double[]> way) {
    annotator.ask("(a, size) => a.session.toolbox.setBrush(size)", 40);
    annotator.stroke(way);
  }

  private static void event(AnnotatorPage annotator, int first, int last, String kind) {
    annotator.goTo(first);
    annotator.press("i");
    annotator.goTo(last);
    annotator.press("Shift+I", "Shift+E");
    annotator.page().locator("kr-event-form").getByText(kind).click();
  }

  private static void finish(AnnotatorPage annotator) {
    annotator.press("Enter", "Escape");
    annotator.ask("a => a.session.drafts.commitAll()");
    annotator.untilSaved();
  }

  private LabelState state(Task task) {
    return labels.state(task.labelSet(), task.frames());
  }

  private List<Mask> masks(Task task, int frame) {
    return labels.resolve(task.labelSet(), new FrameRange(frame, frame + 1)).tracks().stream()
        .flatMap(track -> track.frames().stream())
        .map(Resolved.ResolvedFrame::shape)
        .map(shape -> Masks.of(shape, Footage.WIDTH, Footage.HEIGHT))
        .toList();
  }

  private void same(Task task, AnnotatorPage annotator) {
    Truth truth = new Truth(labels, task, Footage.WIDTH, Footage.HEIGHT);
    Map<String, String> screen =
        Eventually.eventually(
            () -> Truth.onTheScreen(annotator), shown -> shown.equals(truth.onTheServer()));
    assertThat(screen).isNotEmpty().isEqualTo(truth.onTheServer());
  }

  private static Locator.WaitForOptions gone() {
    return new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED);
  }

  private static OntologyClass klass(
      String id, String name, String kind, String color, String key) {
    return new OntologyClass(id, name, kind, color, key, List.of());
  }
}
