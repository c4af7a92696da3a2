package io.keyreel.story;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.RequestOptions;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A way past every screen of the demo. */
final class Tour {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String LONG =
      "Dog agility, indoor arena, season 2026: qualification runs of the northern group";

  private final DemoSite site;
  private final Album album;
  private final Page page;

  Tour(DemoSite site, Album album, Page page) {
    this.site = site;
    this.album = album;
    this.page = page;
    album.watch(page);
  }

  void door() {
    open("/login");
    album.take(page, "login");
    open("/login?error");
    album.take(page, "login-refused");
    open("/enter/used-long-ago");
    album.take(page, "login-link");
  }

  /** What the admin of a server sees, also where there is nothing yet. */
  void admin(Path recording) {
    page.navigate("about:blank");
    page.navigate(site.adminLink());
    button("Save and enter").waitFor();
    album.take(page, "welcome");
    new WebPages(page, site.address("")).choose("Ada Admin", "correct horse battery");
    album.take(page, "projects");
    button("New project").click();
    dialog();
    album.take(page, "project-new");
    page.getByLabel("Name").first().fill(LONG);
    page.getByRole(AriaRole.RADIO).first().click();
    button("Create project").click();
    page.waitForURL(Pattern.compile(".*/library"));
    String empty = page.url().replaceFirst(".*/projects/([^/]+)/.*", "$1");
    for (String place : new String[] {"library", "tasks", "review", "exports"}) {
      open("/projects/" + empty + "/" + place);
      page.locator(".kr-empty").waitFor();
      album.take(page, "empty-" + place);
    }
    open("/projects/" + empty + "/settings");
    button("Invite a person").click();
    dialog();
    album.take(page, "invite");
    page.getByLabel("E-mail").first().fill("mona" + System.nanoTime() + "@example.org");
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Invite").setExact(true))
        .click();
    page.getByLabel("One-time link").waitFor();
    album.take(page, "invite-link");
    page.waitForFileChooser(
            () -> {
              open("/projects/" + empty + "/library");
              button("Upload recordings").click();
            })
        .setFiles(recording);
    page.locator(".kr-video").first().waitFor();
    album.take(page, "library-upload");
    page.context().clearCookies();
  }

  /** The demo's project, as its lead. */
  void lead() {
    site.enter(page, "lead");
    String project = project();
    open("/projects/" + project + "/library");
    page.locator(".kr-video img").first().waitFor();
    album.take(page, "library");
    page.locator(".kr-video").first().click();
    dialog();
    album.take(page, "video");
    open("/projects/" + project + "/tasks");
    button("Open").waitFor();
    album.take(page, "tasks");
    page.getByText("Board", new Page.GetByTextOptions().setExact(true)).first().click();
    page.locator(".kr-board-card").first().waitFor();
    album.take(page, "tasks-board");
    button("Make tasks").click();
    dialog();
    album.take(page, "tasks-make");
    open("/projects/" + project + "/review");
    page.locator(".kr-span").first().waitFor();
    album.take(page, "review");
    button("Accept in bulk").click();
    dialog();
    album.take(page, "review-bulk");
    page.keyboard().press("Escape");
    figures(project);
    guidelines(project);
    open("/projects/" + project + "/exports");
    heading("Exports");
    button("New export").click();
    dialog();
    album.take(page, "export-new");
    page.locator("vaadin-dialog[opened] vaadin-button[theme~=primary]").click();
    page.getByText("Download").first().waitFor();
    album.take(page, "exports");
    open("/projects/" + project + "/settings");
    heading("Project settings");
    album.take(page, "settings");
    settings();
    open("/profile");
    heading("Profile");
    album.take(page, "profile");
    open("/nowhere");
    page.locator(".kr-empty").waitFor();
    album.take(page, "nowhere");
    open("/projects/00000000-0000-0000-0000-000000000000/library");
    page.locator(".kr-empty").waitFor();
    album.take(page, "not-mine");
    open("/projects/" + project + "/library");
    page.getByLabel(Pattern.compile("Notifications.*")).first().click();
    page.locator(".kr-panel:visible").first().waitFor();
    album.take(page, "notifications");
  }

  private void figures(String project) {
    for (String board :
        new String[] {"overview", "throughput", "flow", "assist", "quality", "data-set"}) {
      open("/projects/" + project + "/analytics?board=" + board);
      page.locator("keyreel-figure").first().waitFor();
      page.waitForTimeout(1200);
      album.take(page, "analytics-" + board);
    }
  }

  private void guidelines(String project) {
    open("/projects/" + project + "/guidelines");
    button("Edit").click();
    page.locator("vaadin-text-area textarea")
        .fill("# Dogs\n\nDraw the **whole** dog, tail included.\n\n- no leash\n- no shadow\n");
    album.take(page, "guidelines-edit");
    button("Save guidelines").click();
    page.getByText("tail included").first().waitFor();
    album.take(page, "guidelines");
  }

  /** What lies further down on the page of settings, and its dialogs. */
  private void settings() {
    for (String section :
        new String[] {
          "Events and clip tags", "Members", "Stages", "Skills", "Reasons to return a task", "Gold"
        }) {
      Locator title =
          page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(section)).first();
      if (title.count() > 0) {
        title.evaluate("title => title.scrollIntoView({block: 'start'})");
        album.take(page, "settings-" + section.toLowerCase(Locale.ROOT).replace(' ', '-'));
      }
    }
    dialogOf(page.locator(".kr-stage-card vaadin-button").first(), "settings-stage");
    dialogOf(button("Add attributes"), "settings-attributes");
    dialogOf(button("Skeleton"), "settings-skeleton");
  }

  private void dialogOf(Locator opener, String name) {
    if (opener.count() > 0) {
      opener.scrollIntoViewIfNeeded();
      opener.click();
      dialog();
      album.take(page, name);
      page.keyboard().press("Escape");
      page.locator("vaadin-dialog[opened]")
          .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
    }
  }

  /** The annotator of a task in work, its dialogs, one in review and one approved. */
  void annotator() {
    page.context().clearCookies();
    site.enter(page, "labeler");
    AnnotatorPage work = annotate("Green car", "");
    work.goTo(18);
    work.select(work.firstTrack());
    page.waitForTimeout(600);
    album.takeDark(page, "annotator-label");
    work.press("Shift+1");
    work.goTo(12);
    page.mouse().move(620, 380);
    album.takeDark(page, "annotator-brush");
    work.press("Shift+3");
    album.takeDark(page, "annotator-polygon");
    work.press("Escape", "F1");
    page.locator("kr-dialogs dialog").waitFor();
    album.takeDark(page, "annotator-keys");
    work.press("Escape");
    page.keyboard().press("Shift+M");
    page.locator("kr-dialogs dialog").waitFor();
    album.takeDark(page, "annotator-note");
    work.press("Escape");
    work.button("Submit").click();
    page.getByText(Pattern.compile("Nothing is missing|a click away")).first().waitFor();
    album.takeDark(page, "annotator-submit");
    work.press("Escape");
    annotate("Bird over", "");
    album.takeDark(page, "annotator-empty");
    page.context().clearCookies();
    site.enter(page, "reviewer");
    AnnotatorPage review = annotate("Crossing", "?frame=36");
    page.waitForTimeout(600);
    album.takeDark(page, "annotator-review");
    if (review.button("Send back").isVisible()) {
      review.button("Send back").click();
      page.locator("kr-dialogs dialog").waitFor();
      album.takeDark(page, "annotator-send-back");
      review.press("Escape");
    }
    annotate("Walk with", "?frame=30");
    page.waitForTimeout(600);
    album.takeDark(page, "annotator-approved");
    open("/annotate/00000000-0000-0000-0000-000000000000");
    page.locator(".kr-empty").waitFor();
    album.take(page, "annotator-nowhere");
  }

  private AnnotatorPage annotate(String video, String query) {
    for (JsonNode task : json("/projects/" + project() + "/tasks").get("items")) {
      if (task.toString().contains(video)) {
        open("/annotate/" + task.get("id").asString() + query);
        return new AnnotatorPage(page);
      }
    }
    throw new AssertionError("no task of " + video);
  }

  private String project() {
    for (JsonNode each : json("/projects")) {
      if (each.get("name").asString().equals("Park and road")) {
        return each.get("id").asString();
      }
    }
    throw new AssertionError("the demo has no project");
  }

  private JsonNode json(String path) {
    return JSON.readTree(
        page.request().get(site.address("/api/v1" + path), RequestOptions.create()).text());
  }

  private void open(String path) {
    page.navigate(site.address(path));
  }

  private void heading(String name) {
    page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(name)).first().waitFor();
  }

  /** The element itself has no size; what it holds has. */
  private void dialog() {
    page.locator("vaadin-dialog[opened] vaadin-button:visible").first().waitFor();
  }

  private Locator button(String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name)).first();
  }
}
