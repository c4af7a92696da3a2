package io.keyreel.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.WaitForSelectorState;
import io.keyreel.Eventually;
import io.keyreel.KeyreelTest;
import io.keyreel.kernel.FrameRange;
import io.keyreel.labels.Labels;
import io.keyreel.labels.ProposalPiece;
import io.keyreel.workflow.Notes;
import io.keyreel.workflow.QueuedSpan;
import io.keyreel.workflow.ReviewQueue;
import io.keyreel.workflow.Task;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationContext;

/** A reviewer works off the queue, worst first, without touching the mouse. */
@KeyreelTest
class ReviewStoryTest {
  @TempDir private Path temporary;
  @Autowired private ApplicationContext context;
  @Autowired private ReviewQueue queue;
  @Autowired private Notes notes;
  @Autowired private Labels labels;

  @Value("${local.server.port}")
  private int port;

  @Test
  void doubtfulSpansAreSteppedThroughAcceptedNotedSkippedAndFixedByKeys() throws IOException {
    try (Office office = new Office(context, port)) {
      Task task = underReview(office);
      List<QueuedSpan> worst = queue.of(office.world.project.id(), 10, office.world.reviewer);
      assertThat(worst).hasSize(4);
      WebPages reviewer = office.enter(office.world.reviewer);
      try {
        reviewer.open(office.project(), "tasks");
        intoTheQueue(reviewer.page());
        accept(reviewer.page(), task, worst.getFirst(), office);
        note(reviewer.page(), task, worst.get(1), office);
        skip(reviewer.page(), worst.get(1), worst.get(2));
        fix(reviewer.page(), task, worst.get(2));
      } catch (RuntimeException | AssertionError e) {
        throw office.failed("review", e);
      }
    }
  }

  @Test
  void theQueueKeepsItsOrderUnderThePointerAndTheNextThreeAreThereAtOnce() throws IOException {
    try (Office office = new Office(context, port)) {
      Task task = underReview(office);
      List<QueuedSpan> worst = queue.of(office.world.project.id(), 10, office.world.reviewer);
      WebPages reviewer = office.enter(office.world.reviewer);
      Page page = reviewer.page();
      try {
        reviewer.open(office.project(), "review");
        selected(page).and(row(page, worst.getFirst())).waitFor();
        page.locator(".kr-span image").nth(23).waitFor();
        page.waitForLoadState(LoadState.NETWORKIDLE);
        assertThat(stills(page)).isPositive();

        UUID last = worst.getLast().track();
        office.world.propose(task, last, new FrameRange(14, 30), 0.05f);
        Eventually.eventually(
            () -> queue.of(office.world.project.id(), 10, office.world.reviewer).getFirst(),
            first -> first.track().equals(last));
        page.getByText("17 to mend").or(page.locator(".kr-span").nth(4)).first().waitFor();
        for (int i = 0; i < 3; i++) {
          assertThat(page.locator(".kr-span").nth(i).textContent())
              .contains("Ball #" + number(worst.get(i)));
        }

        int loaded = stills(page);
        for (int i = 1; i <= 3; i++) {
          double millis = timeOfAMove(page);
          System.out.printf("next span visible after %.0f ms%n", millis);
          selected(page).and(row(page, worst.get(i))).waitFor();
        }
        assertThat(stills(page)).as("frames asked for by moving on").isEqualTo(loaded);
      } catch (RuntimeException | AssertionError e) {
        throw office.failed("review-order", e);
      }
    }
  }

  /** How many frames the page has got. */
  private static int stills(Page page) {
    return (int)
        page.evaluate(
            "() => performance.getEntriesByType('resource')"
                + ".filter(each => each.name.includes('/frames/')).length");
  }

  /** From the key to the picture of the next span being the chosen one. */
  private static double timeOfAMove(Page page) {
    page.evaluate(
        """
        () => {
          const before = document.querySelector('.kr-span.kr-on');
          window.moved = new Promise(done => {
            const watch = new MutationObserver(() => {
              const now = document.querySelector('.kr-span.kr-on');
              if (now && now !== before) {
                watch.disconnect();
                requestAnimationFrame(() => done(performance.now() - window.began));
              }
            });
            watch.observe(document.body, { subtree: true, attributes: true, childList: true });
          });
          document.addEventListener('keydown', () => (window.began = performance.now()), {
            once: true, capture: true });
        }\
        """);
    page.keyboard().press("ArrowDown");
    return ((Number) page.evaluate("() => window.moved")).doubleValue();
  }

  /** Four tracks; the engine is the less sure of each the later it came. */
  private Task underReview(Office office) throws IOException {
    Task task = office.task(temporary);
    office.world.act(task, "claim", office.world.labeler);
    for (int i = 0; i < 4; i++) {
      UUID track = office.world.track(task, office.world.labeler, "ball");
      office.world.draw(task, office.world.labeler, track, 0);
      office.world.propose(task, track, new FrameRange(1, 13), 0.7f - 0.15f * i);
    }
    return office.world.act(task, "submit", office.world.labeler);
  }

  /** From the list of tasks to the queue by Tab and Enter alone. */
  private static void intoTheQueue(Page page) {
    page.locator("vaadin-side-nav-item").first().waitFor();
    for (int i = 0; i < 40; i++) {
      page.keyboard().press("Tab");
      if ((boolean)
          page.evaluate(
              "() => (document.activeElement?.shadowRoot?.activeElement ?? document.activeElement)"
                  + "?.getRootNode().host?.textContent.trim() === 'Review'"
                  + " || document.activeElement?.textContent.trim() === 'Review'")) {
        break;
      }
    }
    page.keyboard().press("Enter");
    page.waitForURL("**/review");
    selected(page).waitFor();
  }

  private void accept(Page page, Task task, QueuedSpan span, Office office) {
    assertThat(selected(page).textContent()).contains("Ball #" + number(span));
    page.keyboard().press("ArrowDown");
    page.keyboard().press("k");
    page.keyboard().press("a");
    page.getByText("12 frames accepted.").waitFor();
    assertThat(labels.state(task.labelSet(), task.frames()).proposals())
        .filteredOn(piece -> piece.track().equals(span.track()))
        .extracting(ProposalPiece::accepted)
        .containsOnly(true);
    assertThat(queue.of(office.world.project.id(), 10, office.world.reviewer)).hasSize(3);
  }

  private void note(Page page, Task task, QueuedSpan span, Office office) {
    selected(page).and(row(page, span)).waitFor();
    page.keyboard().press("m");
    page.locator("vaadin-dialog[opened] textarea").waitFor();
    page.keyboard().type("Is that one ball?");
    page.locator("vaadin-dialog[opened] vaadin-button[theme~=primary]:not([disabled])").waitFor();
    page.keyboard().press("Tab");
    page.keyboard().press("Tab");
    page.keyboard().press("Enter");
    page.getByText("The note is pinned.").waitFor();
    assertThat(notes.of(task.id(), office.world.reviewer))
        .singleElement()
        .satisfies(note -> {
          assertThat(note.body()).isEqualTo("Is that one ball?");
          assertThat(note.track()).isEqualTo(span.track());
        });
  }

  private static void skip(Page page, QueuedSpan skipped, QueuedSpan next) {
    page.locator("vaadin-dialog[opened]").waitFor(gone());
    page.keyboard().press("s");
    row(page, skipped).waitFor(gone());
    assertThat(
            Eventually.eventually(
                () -> selected(page).textContent(), text -> text.contains("#" + number(next))))
        .contains("#" + number(next));
  }

  private static void fix(Page page, Task task, QueuedSpan span) {
    page.keyboard().press("f");
    page.waitForURL("**/annotate/" + task.id() + "?**");
    AnnotatorPage annotator = new AnnotatorPage(page);
    assertThat(annotator.frame()).isBetween(span.from(), span.to() - 1);
    assertThat(annotator.ask("a => a.session.selection.track")).isEqualTo(span.track().toString());
  }

  private static Locator selected(Page page) {
    return page.locator(".kr-span.kr-on");
  }

  private static Locator row(Page page, QueuedSpan span) {
    return page.locator(".kr-span")
        .filter(new Locator.FilterOptions().setHasText("Ball #" + number(span)));
  }

  private static Locator.WaitForOptions gone() {
    return new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED);
  }

  private static String number(QueuedSpan span) {
    return span.trackName().substring("Track ".length());
  }
}
