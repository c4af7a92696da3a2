package io.keyreel.story;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import io.keyreel.Chromium;
import java.nio.file.Path;
import java.util.List;

/** The distribution's Chromium; each person has a context, so a sign-in, of their own. */
public final class Desktop implements AutoCloseable {
  private final Playwright playwright = Playwright.create();
  private final Browser browser;

  public Desktop() {
    browser = Chromium.launch(playwright);
  }

  /** A new person at a screen of 1440 by 900. */
  public Page newPerson() {
    BrowserContext context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setViewportSize(1440, 900)
                .setPermissions(List.of("clipboard-read", "clipboard-write")));
    context.setDefaultTimeout(60_000);
    return context.newPage();
  }

  /** Keeps what everybody sees, one picture a person. */
  void shots(String name) {
    for (int person = 0; person < browser.contexts().size(); person++) {
      browser
          .contexts()
          .get(person)
          .pages()
          .getFirst()
          .screenshot(
              new Page.ScreenshotOptions()
                  .setPath(Path.of("target", "story", name + "-" + person + ".png")));
    }
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
