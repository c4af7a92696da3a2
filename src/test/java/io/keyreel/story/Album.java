package io.keyreel.story;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ScreenshotAnimations;
import com.microsoft.playwright.options.ScreenshotType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Pictures of every screen in two sizes, light and dark, in {@code target/pictures}; with {@code
 * -Dkeyreel.pictures=docs} those of the README are made anew, too.
 */
final class Album {
  private static final Path FOLDER = Path.of("target", "pictures");
  private static final List<int[]> SIZES = List.of(new int[] {1920, 1080}, new int[] {1440, 900});
  private static final Map<String, String> README =
      Map.of(
          "annotator-label-dark", "annotator",
          "annotator-panoptic-dark", "annotator-panoptic",
          "annotator-semantic-dark", "annotator-semantic",
          "annotator-events-dark", "annotator-events",
          "annotator-clip-dark", "annotator-clip",
          "annotator-review-difference-dark", "annotator-difference",
          "annotator-review-wipe-dark", "annotator-wipe",
          "annotator-sweep-dark", "annotator-sweep",
          "library-light", "library",
          "review-light", "review");

  private final Axe axe = new Axe();
  private final List<String> findings = new ArrayList<>();
  private final boolean forReadme = "docs".equals(System.getProperty("keyreel.pictures"));

  /** A screen that follows the theme. */
  void take(Page page, String name) {
    for (ColorScheme scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
      take(page, name, scheme);
    }
  }

  /** A screen that is dark, always. */
  void takeDark(Page page, String name) {
    take(page, name, ColorScheme.DARK);
  }

  /** Watches for what the page's own policy forbids: nothing of ours may need it. */
  void watch(Page page) {
    page.onConsoleMessage(message -> {
      if (message.text().contains("Content Security Policy")) {
        findings.add(page.url() + ": " + message.text());
      }
    });
  }

  List<String> findings() {
    return findings;
  }

  private void take(Page page, String name, ColorScheme scheme) {
    String full = name + "-" + scheme.name().toLowerCase(Locale.ROOT);
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
    for (int[] size : SIZES) {
      page.setViewportSize(size[0], size[1]);
      page.waitForTimeout(350);
      settle(page);
      shoot(page, FOLDER.resolve(size[0] + "x" + size[1]).resolve(full + ".png"), false);
    }
    if (forReadme && README.containsKey(full)) {
      shoot(page, Path.of("docs", "img", README.get(full) + ".jpg"), true);
    }
    axe.findings(page).forEach(finding -> findings.add(full + ": " + finding));
  }

  /** Until what was asked of the server is there. */
  private static void settle(Page page) {
    page.waitForFunction(
        """
        () => {
          const bar = document.querySelector('.v-loading-indicator');
          const busy = bar && bar.style.display === 'block';
          const pictures = [...document.images].every((picture) => picture.complete);
          const strips = [...document.querySelectorAll('keyreel-filmstrip')]
            .flatMap((strip) => [...strip.shadowRoot.querySelectorAll('image')])
            .map((picture) => picture.href.baseVal);
          const there = new Set(performance.getEntriesByType('resource')
            .filter((entry) => entry.responseEnd > 0)
            .map((entry) => new URL(entry.name).pathname + new URL(entry.name).search));
          return !busy && pictures && strips.every((address) => there.has(address));
        }
        """);
  }

  private static void shoot(Page page, Path file, boolean small) {
    try {
      Files.createDirectories(file.getParent());
    } catch (IOException e) {
      throw new IllegalStateException("no place for pictures", e);
    }
    Page.ScreenshotOptions options =
        new Page.ScreenshotOptions().setPath(file).setAnimations(ScreenshotAnimations.DISABLED);
    page.screenshot(small ? options.setType(ScreenshotType.JPEG).setQuality(82) : options);
  }
}
