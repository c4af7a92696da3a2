package io.keyreel.story;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;

/** One person's way through the pages around the annotator. */
final class WebPages {
  private final Page page;
  private final String base;

  WebPages(Page page, String base) {
    this.page = page;
    this.base = base;
  }

  /** By a one-time link: a name, a password, and in. */
  void welcome(String link, String name, String password) {
    page.bringToFront();
    page.navigate(link);
    choose(name, password);
  }

  /** On the page behind such a link. */
  void choose(String name, String password) {
    fill("Your name", name);
    fill("New password", password);
    fill("The same password again", password);
    button("Save and enter").click();
    page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Projects")).waitFor();
  }

  void signIn(String email, String password) {
    page.navigate(base + "/login");
    fill("E-mail", email);
    fill("Password", password);
    button("Sign in").click();
    page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Projects")).waitFor();
  }

  /** Returns the id of the new project. */
  String newProject(String name, String template) {
    button("New project").click();
    fill("Name", name);
    page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName(template)).click();
    button("Create project").click();
    until("() => location.pathname.endsWith('/library')");
    return page.url().replaceFirst(".*/projects/([^/]+)/.*", "$1");
  }

  /** Returns the one-time link to hand over. */
  String invite(String project, String email, String name, String role) {
    open(project, "settings");
    button("Invite a person").click();
    fill("E-mail", email);
    fill("Name (they can change it)", name);
    if (!role.equals("Labeler")) {
      page.locator("vaadin-dialog vaadin-select").click();
      page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(role)).click();
    }
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Invite").setExact(true))
        .click();
    String link = page.getByLabel("One-time link").inputValue();
    button("Done").click();
    return link;
  }

  void upload(String project, Path file) {
    open(project, "library");
    page.waitForFileChooser(() -> button("Upload recordings").click()).setFiles(file);
  }

  Locator video(String name) {
    return page.locator(".kr-video").filter(new Locator.FilterOptions().setHasText(name));
  }

  AnnotatorPage nextTask(String project) {
    open(project, "tasks");
    button("Next task").click();
    until("() => location.pathname.startsWith('/annotate/')");
    return new AnnotatorPage(page);
  }

  AnnotatorPage annotate(UUID task) {
    page.bringToFront();
    page.navigate(address("/annotate/" + task));
    return new AnnotatorPage(page);
  }

  void open(String project, String place) {
    page.bringToFront();
    page.navigate(base + "/projects/" + project + "/" + place);
  }

  /** A request as the page itself would make it, with its sign-in. */
  @SuppressWarnings("unchecked")
  Map<String, Object> get(String path) {
    return (Map<String, Object>)
        page.evaluate(
            "async path => { const r = await fetch(path); return {status: r.status, body: await"
                + " r.json().catch(() => null)}; }",
            "/api/v1" + path);
  }

  String address(String path) {
    return base + path;
  }

  void shot(String name) {
    page.screenshot(
        new Page.ScreenshotOptions().setPath(Path.of("target", "story", name + ".png")));
  }

  Page page() {
    return page;
  }

  private void until(String condition) {
    page.waitForFunction(condition);
  }

  private void fill(String label, String value) {
    page.getByLabel(label, new Page.GetByLabelOptions().setExact(false)).first().fill(value);
  }

  private Locator button(String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name)).first();
  }
}
