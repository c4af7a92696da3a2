package io.keyreel.story;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The annotator as a person uses it: keys, pointer, and what the screen says. */
final class AnnotatorPage {
  private final Page page;

  AnnotatorPage(Page page) {
    this.page = page;
    page.waitForFunction("() => document.querySelector('keyreel-annotator')?.shownFrame >= 0");
  }

  void press(String... keys) {
    for (String key : keys) {
      page.keyboard().press(key);
    }
  }

  int frame() {
    return ((Number) ask("a => a.session.time.frame")).intValue();
  }

  void goTo(int frame) {
    ask("(a, frame) => a.session.time.go(frame)", frame);
    page.waitForFunction(
        "f => document.querySelector('keyreel-annotator').shownFrame === f", frame);
  }

  /** Clicks a closed polygon; the corners are fractions of the frame's width and height. */
  void polygon(List<double[]> corners) {
    press("Shift+3");
    click(corners);
    press("Enter");
  }

  /** One stroke of the brush through points given as fractions of the frame. */
  void stroke(List<double[]> points) {
    press("Shift+1");
    drag(points);
  }

  /** With the tool in hand, through points given as fractions of the frame. */
  void drag(List<double[]> points) {
    double[] start = onScreen(points.getFirst()[0], points.getFirst()[1]);
    page.mouse().move(start[0], start[1]);
    page.mouse().down();
    for (double[] point : points) {
      double[] at = onScreen(point[0], point[1]);
      page.mouse().move(at[0], at[1], new Mouse.MoveOptions().setSteps(5));
    }
    page.mouse().up();
  }

  /** With the tool in hand, at points given as fractions of the frame. */
  void click(List<double[]> points) {
    for (double[] point : points) {
      double[] at = onScreen(point[0], point[1]);
      page.mouse().click(at[0], at[1]);
    }
  }

  /** A point of the frame, as fractions of it, on the page. */
  double[] onScreen(double x, double y) {
    BoundingBox box = page.locator("keyreel-annotator kr-canvas-view canvas").first().boundingBox();
    @SuppressWarnings("unchecked")
    List<Number> at =
        (List<Number>)
            ask(
                "(a, p) => { const i = a.session.index;"
                    + " const q = a.session.navigation.toScreen({x: p[0] * i.width, y: p[1] * i.height});"
                    + " return [q.x, q.y]; }",
                List.of(x, y));
    return new double[] {box.x + at.get(0).doubleValue(), box.y + at.get(1).doubleValue()};
  }

  String firstTrack() {
    return (String) ask("a => a.session.labels.view.tracks()[0].id");
  }

  /** The pixels that the canvas shows, as the wire has them; null where nothing shows. */
  @SuppressWarnings("unchecked")
  Map<String, Object> maskAt(String track, int frame) {
    return (Map<String, Object>) ask("(a, q) => a.maskAt(q[0], q[1])", List.of(track, frame));
  }

  /** The pixels of each frame from one to before another, once the server's masks are here. */
  Map<Integer, Object> masks(String track, int from, int to) {
    Map<Integer, Object> masks = new TreeMap<>();
    for (int frame = from; frame < to; frame++) {
      goTo(frame);
      page.waitForFunction(
          "q => { const p = document.querySelector('keyreel-annotator').session.proposals;"
              + " const piece = p.pieceAt(q[0], q[1]);"
              + " return !piece || p.shapeAt(piece, q[1]) !== undefined; }",
          List.of(track, frame));
      masks.put(frame, maskAt(track, frame));
    }
    return masks;
  }

  /** Red, green and blue of the picture that the canvas draws from, at every so many pixels. */
  @SuppressWarnings("unchecked")
  List<Number> samples(int frame, int step) {
    page.waitForFunction(
        "f => document.querySelector('keyreel-annotator').desk.frames.has(f, 'full')", frame);
    return (List<Number>)
        ask(
            """
            (a, q) => {
              const picture = a.desk.frames.get(q[0]);
              const canvas = new OffscreenCanvas(picture.width, picture.height);
              const context = canvas.getContext('2d');
              context.drawImage(picture, 0, 0);
              const all = context.getImageData(0, 0, picture.width, picture.height).data;
              const samples = [];
              for (let y = 0; y < picture.height; y += q[1]) {
                for (let x = 0; x < picture.width; x += q[1]) {
                  const at = 4 * (y * picture.width + x);
                  samples.push(all[at], all[at + 1], all[at + 2]);
                }
              }
              return samples;
            }
            """,
            List.of(frame, step));
  }

  /** Whether a machine has something for this frame. */
  boolean proposed(String track, int frame) {
    return (boolean)
        ask(
            "(a, q) => a.session.proposals.pieces(q[0]).some(p => q[1] >= p.from && q[1] < p.to)",
            List.of(track, frame));
  }

  void select(String track) {
    ask("(a, track) => a.session.selection.only(track)", track);
  }

  void untilRunsEnd() {
    page.waitForFunction(
        "() => document.querySelector('keyreel-annotator').session.runs.active().length === 0",
        null,
        new Page.WaitForFunctionOptions().setTimeout(240_000));
  }

  void untilSaved() {
    page.waitForFunction(
        "() => document.querySelector('keyreel-annotator').session.outbox.count === 0");
  }

  Locator button(String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name)).first();
  }

  Object ask(String script) {
    return ask(script, null);
  }

  Object ask(String script, Object argument) {
    return page.evaluate(
        "q => (" + script + ")(document.querySelector('keyreel-annotator'), q)", argument);
  }

  Page page() {
    return page;
  }
}
