package io.keyreel.crowd;

import com.microsoft.playwright.Page;
import java.util.Map;

/** Opens screens in a browser as people do, and says how long they took to show something. */
final class Look {
  /** From the click until what is looked for has a size, looked for with each picture drawn. */
  private static final String AFTER_CLICK =
      """
      async ([press, wanted, text]) => {
        const all = (selector) => [...document.querySelectorAll(selector)];
        const seen = () => all(wanted).some((each) =>
          each.getBoundingClientRect().height > 0 && (!text || each.textContent.includes(text)));
        const target = all(press)[0];
        if (!target) throw new Error('nothing to press: ' + press);
        const since = performance.now();
        (target.shadowRoot?.querySelector('a') ?? target).click();
        while (!seen()) {
          if (performance.now() - since > 60000) throw new Error('nothing shows: ' + wanted);
          await new Promise((done) => requestAnimationFrame(done));
        }
        return performance.now() - since;
      }
      """;

  private final Page page;

  Look(Page page) {
    this.page = page;
  }

  /** Milliseconds from a click to what it shows. */
  double after(String press, String wanted) {
    return after(press, wanted, "");
  }

  double after(String press, String wanted, String text) {
    return ((Number) page.evaluate(AFTER_CLICK, new String[] {press, wanted, text})).doubleValue();
  }

  int count(String selector) {
    return page.locator(selector).count();
  }

  Page page() {
    return page;
  }

  @SuppressWarnings("unchecked")
  Map<String, Object> get(String path) {
    return (Map<String, Object>)
        page.evaluate(
            "async path => { const since = performance.now(); const r = await fetch('/api/v1' + path);"
                + " const body = await r.json(); return {status: r.status, body, ms: performance.now()"
                + " - since}; }",
            path);
  }
}
