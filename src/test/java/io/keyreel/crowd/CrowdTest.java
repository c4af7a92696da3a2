package io.keyreel.crowd;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import io.keyreel.Drill;
import io.keyreel.KeyreelApplication;
import io.keyreel.TestServers;
import io.keyreel.access.TestPeople;
import io.keyreel.story.Desktop;
import io.keyreel.ui.base.Formats;
import io.keyreel.workflow.ReviewQueue;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Every list over more rows than a screen holds; how long each takes is printed, not judged. */
class CrowdTest {
  private static final String NAV = "vaadin-side-nav-item[path$='/%s']";

  @Test
  void everyListShowsItsFirstRowsAndCountsAllOfThem() {
    int rows = Drill.count(600, 10_000);
    try (ConfigurableApplicationContext server = server();
        Desktop desktop = new Desktop()) {
      Crowd crowd = new Crowd(server);
      long shapes = crowd.fill(rows);
      System.out.printf(Locale.ROOT, "%,d rows a list, %,d shapes%n", rows, shapes);
      long since = System.nanoTime();
      server.getBean(ReviewQueue.class).prepare();
      told("labels under review read, of all tasks", (System.nanoTime() - since) / 1e6);
      Page page = desktop.newPerson();
      String base = "http://localhost:" + server.getEnvironment().getProperty("local.server.port");
      enter(page, base, crowd.scene.admin.email());
      String project = "/projects/" + crowd.scene.project.id();
      for (int round = 1; round <= 3; round++) {
        System.out.printf("round %d%n", round);
        page.navigate(base + project + "/exports");
        page.locator(NAV.formatted("tasks")).waitFor();
        screens(new Look(page), rows);
        wire(new Look(page), project);
      }
      page.screenshot(
          new Page.ScreenshotOptions()
              .setPath(java.nio.file.Path.of("target", "crowd", "last.png")));
    }
  }

  private static void screens(Look look, int rows) {
    String all = Formats.count(rows);
    told(
        "guidelines, for comparison",
        look.after(NAV.formatted("guidelines"), ".kr-page-names", "Guidelines"));
    view(look, "library", ".kr-video", all, 60);
    view(look, "tasks", "vaadin-grid-cell-content .kr-stage-dot", all, 120);
    told("board", look.after(".kr-switch button:nth-of-type(2)", ".kr-board-card"));
    assertThat(look.count(".kr-board-card")).isBetween(10, 100);
    view(look, "review", ".kr-span", "", 30);
    view(look, "analytics", "keyreel-figure", "", 30);
    view(look, "exports", ".kr-export", all, 100);
    view(look, "settings", ".kr-list-row", "", 400);
    told("jobs", look.after("[aria-label='Jobs of this project']", ".kr-panel-item"));
    told("notifications", look.after("[aria-label^='Notifications,']", ".kr-panel .kr-unread"));
    assertThat(look.count(".kr-panel-item")).isLessThan(100);
  }

  private static void view(Look look, String place, String wanted, String facts, int most) {
    told(place, look.after(NAV.formatted(place), wanted));
    if (!facts.isEmpty()) {
      look.page().locator(".kr-page-names", new Page.LocatorOptions().setHasText(facts)).waitFor();
    }
    assertThat(look.count(wanted)).as(place).isBetween(1, most);
  }

  private static void wire(Look look, String project) {
    for (String path :
        new String[] {
          project + "/videos?limit=60",
          project + "/tasks?limit=60",
          project + "/tasks?limit=60&offset=500&stage=review",
          project + "/review-queue?limit=50",
          project + "/jobs",
          project + "/exports",
          project + "/members",
          project + "/audit",
          project + "/analytics/summary",
          "/me/notifications"
        }) {
      Map<String, Object> answer = look.get(path);
      assertThat(answer.get("status")).as(path).isEqualTo(200);
      told(
          "GET " + path.replaceFirst("/projects/[^/]+", ""),
          ((Number) answer.get("ms")).doubleValue());
    }
  }

  private static void told(String what, double millis) {
    System.out.printf(Locale.ROOT, "  %-44s %8.0f ms%n", what, millis);
  }

  private static void enter(Page page, String base, String email) {
    assertThat(
            page.request()
                .post(
                    base + "/api/v1/sign-in",
                    RequestOptions.create()
                        .setHeader("X-Keyreel-Client", "test")
                        .setData(Map.of("email", email, "password", TestPeople.PASSWORD)))
                .ok())
        .isTrue();
  }

  private static ConfigurableApplicationContext server() {
    Map<String, Object> settings = new HashMap<>(TestServers.inSchema("crowd"));
    settings.put("keyreel.role", "web");
    settings.put("keyreel.data", "target/test-data");
    settings.put("server.port", "0");
    return new SpringApplicationBuilder(KeyreelApplication.class)
        .run(
            settings.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new));
  }
}
