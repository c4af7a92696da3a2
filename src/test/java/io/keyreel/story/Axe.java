package io.keyreel.story;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Axe-core's rules on what a page shows now. */
final class Axe {
  private static final Path SOURCE = Path.of("node_modules", "axe-core", "axe.min.js");
  private static final String RUN =
      """
      async () => {
        const found = await axe.run(document, {
          resultTypes: ['violations'],
          runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
        });
        return found.violations
          .filter((each) => ['serious', 'critical'].includes(each.impact))
          .flatMap((each) => each.nodes.map((node) =>
            `${each.id} (${each.impact}): ${node.target.flat().join(' ')} — ${node.any[0]?.message ?? each.help}`));
      }
      """;

  private final String source;

  Axe() {
    try {
      source = Files.readString(SOURCE);
    } catch (IOException e) {
      throw new IllegalStateException("axe-core is not there; npm ci brings it", e);
    }
  }

  /** Each serious or critical finding in a line. */
  @SuppressWarnings("unchecked")
  List<String> findings(Page page) {
    page.evaluate("source => { if (!window.axe) (0, eval)(source); }", source);
    return (List<String>) page.evaluate(RUN);
  }
}
