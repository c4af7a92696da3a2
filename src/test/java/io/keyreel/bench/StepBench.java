package io.keyreel.bench;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.Cookie;
import io.keyreel.Chromium;
import java.util.ArrayList;
import java.util.List;

/** How long the annotator takes from a key to the picture, in a real browser. */
final class StepBench {
  private static final double CACHED_AIM = 16;
  private static final double CACHED_WORST_AIM = 50;
  private static final double FETCHED_AIM = 150;
  private static final int REST_MILLIS = 80;

  /** Runs on after every task of the page, so that it sees the picture as soon as it is drawn. */
  private static final String WATCH =
      """
      () => {
        const soon = () => new Promise(done => {
          const channel = new MessageChannel();
          channel.port1.onmessage = () => { channel.port1.close(); done(); };
          channel.port2.postMessage(0);
        });
        const annotator = document.querySelector('keyreel-annotator');
        const bench = (window.bench = { millis: [] });
        bench.shown = async (frame, since) => {
          while (annotator.shownFrame !== frame) await soon();
          bench.millis.push(performance.now() - since);
        };
        bench.jump = frame => {
          const since = performance.now();
          annotator.session.time.go(frame);
          return bench.shown(frame, since);
        };
        window.addEventListener('keydown', event => {
          bench.shown(annotator.session.time.frame + (event.key === 'f' ? 1 : -1), event.timeStamp);
        }, true);
        bench.one = async path => {
          const since = performance.now();
          const answer = await fetch(path);
          (await createImageBitmap(await answer.blob())).close();
          return performance.now() - since;
        };
      }
      """;

  private final Site site;
  private final String task;
  private final String video;

  StepBench(Site site, String task, String video) {
    this.site = site;
    this.task = task;
    this.video = video;
  }

  List<Figure> run(Scale scale, int frames) {
    try (Playwright playwright = Playwright.create();
        Browser browser = Chromium.launch(playwright)) {
      double period;
      List<Double> cached;
      try (BrowserContext context = person(browser)) {
        Page page = open(context);
        period = screenPeriod(page);
        cached = walk(page, Math.min(scale.steps(), frames / 2));
      }
      List<Double> fetched = new ArrayList<>();
      List<Double> single = new ArrayList<>();
      for (int visit = 0; visit < scale.visits(); visit++) {
        try (BrowserContext context = person(browser)) {
          jumps(open(context), frames, scale.jump(), fetched, single);
        }
      }
      return figures(new Samples(cached), new Samples(fetched), new Samples(single), period);
    }
  }

  private static List<Figure> figures(
      Samples cached, Samples fetched, Samples single, double period) {
    String screen = "period of this browser's screen";
    String one = "one frame's JPEG fetched and decoded";
    return List.of(
        Figure.of("frame step at hand, p50", cached.p50(), "ms")
            .beside(screen, period)
            .aim(CACHED_AIM),
        Figure.of("frame step at hand, p95", cached.p95(), "ms")
            .beside(screen, period)
            .aim(CACHED_WORST_AIM),
        Figure.of("frame jump to fetch, p50", fetched.p50(), "ms")
            .beside(one, single.p50())
            .aim(FETCHED_AIM),
        Figure.of("frame jump to fetch, p95", fetched.p95(), "ms")
            .beside(one, single.p95())
            .aim(FETCHED_AIM));
  }

  /** A browser that has nothing in its cache. */
  private BrowserContext person(Browser browser) {
    BrowserContext context =
        browser.newContext(new Browser.NewContextOptions().setViewportSize(1440, 900));
    context.setDefaultTimeout(120_000);
    context.addCookies(
        site.cookies().stream()
            .map(cookie -> new Cookie(cookie.getName(), cookie.getValue()).setUrl(site.address()))
            .toList());
    return context;
  }

  private Page open(BrowserContext context) {
    Page page = context.newPage();
    page.navigate(site.address() + "/annotate/" + task);
    page.waitForFunction("() => document.querySelector('keyreel-annotator')?.shownFrame >= 0");
    page.waitForTimeout(10 * REST_MILLIS);
    page.evaluate(WATCH);
    return page;
  }

  private static double screenPeriod(Page page) {
    return ((Number)
            page.evaluate(
                """
                async () => {
                  const next = () => new Promise(requestAnimationFrame);
                  const first = await next();
                  let last = first;
                  for (let i = 0; i < 30; i++) last = await next();
                  return (last - first) / 30;
                }
                """))
        .doubleValue();
  }

  /** Forward and back, so that every picture is at hand, then forward once more. */
  private static List<Double> walk(Page page, int steps) {
    page.evaluate("() => document.querySelector('keyreel-annotator').session.time.go(0)");
    page.waitForTimeout(10 * REST_MILLIS);
    press(page, "f", steps);
    press(page, "d", steps);
    page.evaluate("() => { bench.millis.length = 0; }");
    press(page, "f", steps);
    return millis(page);
  }

  private static void press(Page page, String key, int times) {
    int before = millis(page).size();
    for (int i = 1; i <= times; i++) {
      page.keyboard().press(key);
      page.waitForFunction("n => bench.millis.length >= n", before + i);
      page.waitForTimeout(REST_MILLIS);
    }
  }

  private void jumps(Page page, int frames, int jump, List<Double> fetched, List<Double> single) {
    for (int frame = jump; frame < frames; frame += jump) {
      page.evaluate("frame => bench.jump(frame)", frame);
      page.waitForTimeout(10 * REST_MILLIS);
      single.add(
          ((Number)
                  page.evaluate(
                      "path => bench.one(path)",
                      "/api/v1/videos/%s/frames/%d.jpg".formatted(video, frame)))
              .doubleValue());
    }
    fetched.addAll(millis(page));
  }

  @SuppressWarnings("unchecked")
  private static List<Double> millis(Page page) {
    return ((List<Number>) page.evaluate("() => bench.millis"))
        .stream().map(Number::doubleValue).toList();
  }
}
