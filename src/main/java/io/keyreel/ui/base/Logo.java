package io.keyreel.ui.base;

import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.html.Span;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The mark: a keyframe's diamond on a strip of film, a mask growing out of it. */
public final class Logo extends Span {
  private static final String SVG =
      """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" width="32" height="32" \
      aria-hidden="true"><defs><linearGradient id="kr" x1="0" y1="0" x2="1" y2="1">\
      <stop stop-color="#5b7cff"/><stop offset="1" stop-color="#2f4fd8"/></linearGradient></defs>\
      <rect width="32" height="32" rx="8" fill="url(#kr)"/>\
      <g fill="#fff" fill-opacity=".42"><rect x="4.5" y="5" width="4" height="3" rx="1"/>\
      <rect x="14" y="5" width="4" height="3" rx="1"/><rect x="23.5" y="5" width="4" height="3" rx="1"/>\
      <rect x="4.5" y="24" width="4" height="3" rx="1"/><rect x="14" y="24" width="4" height="3" rx="1"/>\
      <rect x="23.5" y="24" width="4" height="3" rx="1"/></g>\
      <path d="M11 9.8 16.6 16 11 22.2 5.4 16Z" fill="#fff"/>\
      <path d="M18.4 11.6c3.2-.9 7.6 1 8.2 4.4.6 3.4-3.4 5.6-7 5.1l-1.6-.4 4-4.7-4-4.3z" \
      fill="#fff" fill-opacity=".62"/></svg>\
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
