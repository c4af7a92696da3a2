package io.keyreel.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.keyreel.KeyreelTest;
import io.keyreel.labels.Labels;
import io.keyreel.workflow.Guidelines;
import io.keyreel.workflow.Task;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationContext;

/**
 * From a small laptop to a wall of pixels nothing covers anything else; and the pixels on the
 * canvas are those of the masks.
 */
@KeyreelTest
class LayoutTest {
  private static final List<int[]> SIZES =
      List.of(
          new int[] {1280, 720},
          new int[] {1440, 900},
          new int[] {1920, 1080},
          new int[] {2560, 1440},
          new int[] {3840, 2160});

  /** Pairs of parts whose boxes meet, and parts that reach out of the window. */
  private static final String CLASHES =
      """
      a => {
        const root = a.shadowRoot;
        const inner = (host, part) => root.querySelector(host)?.shadowRoot.querySelector(part);
        const parts = {
          'top bar': root.querySelector('kr-top-bar'),
          'tools': root.querySelector('kr-tool-rail'),
          'options': root.querySelector('kr-option-bar'),
          'hints': inner('kr-hint-bar', 'div') ?? inner('kr-sweep-bar', 'section'),
          'view bar': inner('kr-view-bar', '.box'),
          'guidelines': inner('kr-guidelines', 'section'),
          'side': root.querySelector('aside'),
          'timeline': root.querySelector('kr-timeline-view'),
        };
        const boxes = Object.entries(parts).filter(([, part]) => part).map(([name, part]) => [name, part.getBoundingClientRect()]);
        const found = [];
        for (const [i, [name, box]] of boxes.entries()) {
          if (box.left < -0.5 || box.top < -0.5 || box.right > innerWidth + 0.5 || box.bottom > innerHeight + 0.5) found.push(`${name} leaves the window`);
          for (const [other, its] of boxes.slice(i + 1)) {
            const apart = box.right <= its.left + 0.5 || its.right <= box.left + 0.5 || box.bottom <= its.top + 0.5 || its.bottom <= box.top + 0.5;
            if (!apart) found.push(`${name} and ${other}`);
          }
        }
        const bar = root.querySelector('kr-top-bar');
        if (bar.scrollWidth > bar.clientWidth + 1) found.push('top bar is cut off');
        const tools = root.querySelector('kr-tool-rail');
        if (tools.scrollHeight > tools.clientHeight + 1) found.push('tools are cut off');
        return found;
      }
      """;

  /**
   * Shows a frame at eight times its size, masks as dense as can be, and reads each pixel's middle:
   * 1 in, 0 out, ? covered by a name.
   */
  private static final String READ =
      """
      async (a, track) => {
        const { looks, navigation, selection, index, modes } = a.session;
        selection.only(null);
        looks.setOpacity(1);
        navigation.zoomTo(8);
        await new Promise(done => setTimeout(done, 400));
        const canvas = a.shadowRoot.querySelector('kr-canvas-view').shadowRoot.querySelectorAll('canvas')[1];
        const ratio = canvas.width / canvas.clientWidth;
        const data = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
        const color = a.session.colorOf(track).match(/[0-9a-f]{2}/gi).map(h => parseInt(h, 16));
        let text = '';
        for (let y = 0; y < index.height; y++) for (let x = 0; x < index.width; x++) {
          const at = navigation.toScreen({x: x + 0.5, y: y + 0.5});
          const i = 4 * (Math.round(at.y * ratio) * canvas.width + Math.round(at.x * ratio));
          const own = color.every((c, n) => Math.abs(c - data[i + n]) < 12) && data[i + 3] > 150;
          text += own ? '1' : data[i + 3] === 0 ? '0' : '?';
        }
        return text;
      }
      """;

  @TempDir private Path temporary;
  @Autowired private ApplicationContext context;
  @Autowired private Guidelines guidelines;
  @Autowired private Labels labels;

  @Value("${local.server.port}")
  private int port;

  @Test
  void nothingCoversAnythingElseFromSmallToLarge() throws IOException {
    try (Office office = new Office(context, port)) {
      Task task = work(office);
      try {
        AnnotatorPage annotator = office.enter(office.world.labeler).annotate(task.id());
        Page page = annotator.page();
        annotator.ask(
            "a => { a.session.preferences.set('tour.seen', true); a.desk.startTour(null); }");
        for (boolean reading : new boolean[] {false, true}) {
          if (reading) {
            annotator.press("F2", "Shift+W");
            page.locator("kr-sweep-bar section").waitFor();
          }
          for (int[] size : SIZES) {
            page.setViewportSize(size[0], size[1]);
            page.waitForTimeout(400);
            String name = "%dx%d%s".formatted(size[0], size[1], reading ? "-sweep" : "");
            page.screenshot(
                new Page.ScreenshotOptions()
                    .setPath(Path.of("target", "pictures", "layout", name + ".png")));
            assertThat((List<?>) annotator.ask(CLASHES)).as(name).isEmpty();
          }
        }
      } catch (RuntimeException | AssertionError e) {
        throw office.failed("layout", e);
      }
    }
  }

  @Test
  void thePixelsOnTheCanvasAreThoseThatTheServerHas() throws IOException {
    try (Office office = new Office(context, port)) {
      Task task = work(office);
      try {
        AnnotatorPage annotator = office.enter(office.world.labeler).annotate(task.id());
        annotator.goTo(0);
        String track = annotator.firstTrack();
        String read = (String) annotator.ask(READ, track);
        String server = new Truth(labels, task, 64, 48).bits(track, 0);
        int unknown = 0;
        for (int i = 0; i < server.length(); i++) {
          if (read.charAt(i) == '?') {
            unknown++;
          } else {
            assertThat(read.charAt(i)).as("pixel %d", i).isEqualTo(server.charAt(i));
          }
        }
        assertThat(unknown).as("pixels under names").isLessThan(server.length() / 8);
        assertThat(read).contains("1").contains("0");
      } catch (RuntimeException | AssertionError e) {
        throw office.failed("pixels", e);
      }
    }
  }

  private Task work(Office office) throws IOException {
    Task task = office.task(temporary);
    office.world.act(task, "claim", office.world.labeler);
    for (int i = 0; i < 3; i++) {
      var track = office.world.track(task, office.world.labeler, "ball");
      office.world.draw(task, office.world.labeler, track, 10 * i);
    }
    guidelines.save(
        office.world.project.id(), 0, "# Balls\n\nLabel *every* ball.", office.world.lead);
    return task;
  }
}
