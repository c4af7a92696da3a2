package io.keyreel.ui.base;

import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.html.Span;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The mark: a keyframe's diamond, carried on through time. */
public final class Logo extends Span {
  private static final String SVG =
      """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" width="32" height="32" \
      aria-hidden="true"><defs><linearGradient id="kr" x1="0" y1="0" x2="1" y2="1">\
      <stop stop-color="#5b7cff"/><stop offset="1" stop-color="#2f4fd8"/></linearGradient></defs>\
      <rect width="32" height="32" rx="8" fill="url(#kr)"/>\
      <path d="M12.4 6.5 20.8 16l-8.4 9.5L4 16Z" fill="#fff"/>\
      <path d="M17.6 6.5h2.6L28.6 16l-8.4 9.5h-2.6L26 16Z" fill="#fff" fill-opacity=".55"/>\
      </svg>\
      """;

  /** The mark alone, or with the name beside it. */
  public Logo(boolean withName) {
    addClassName("kr-logo");
    add(new Html(SVG));
    if (withName) {
      add(new Span("Keyreel"));
    }
  }

  /** The mark as an address, for the browser's tab. */
  public static String dataUri() {
    return "data:image/svg+xml,"
        + URLEncoder.encode(SVG, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
