package io.keyreel.story;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;

/** The exports of a project, as a person asks for them and takes them along. */
final class ExportPanel {
  private final WebPages person;
  private final Page page;
  private final String project;
  private int asked;

  ExportPanel(WebPages person, String project) {
    this.person = person;
    this.page = person.page();
    this.project = project;
  }

  /** All labels as they are now, or those of approved tasks, with the frames. */
  void ask(String format, boolean all) {
    person.open(project, "exports");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("New export")).click();
    Locator dialog = page.locator("vaadin-dialog[opened]");
    radio(dialog, format);
    if (all) {
      radio(dialog, "All, as they are now");
    }
    dialog.getByLabel("Put the frames in, too (large)").check();
    dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Export")).click();
    asked++;
    page.locator(".kr-export").nth(asked - 1).waitFor();
  }

  /** The newest one, once it is done. */
  byte[] download() throws IOException {
    person.open(project, "exports");
    Locator newest = page.locator(".kr-export").first();
    Locator link = newest.getByText("Download");
    link.waitFor();
    Download download = page.waitForDownload(link::click);
    return Files.readAllBytes(download.path());
  }

  private static void radio(Locator dialog, String name) {
    dialog
        .locator("vaadin-radio-button")
        .filter(new Locator.FilterOptions().setHasText(name))
        .locator("input")
        .check();
  }
}
