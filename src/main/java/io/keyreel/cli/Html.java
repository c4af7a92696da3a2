package io.keyreel.cli;

/** Pages that need nothing beside them. */
final class Html {
  private static final String STYLE =
      """
      body { font: 14px/1.5 system-ui, sans-serif; margin: 24px; max-width: 1320px; color: #1c2430;
             background: #fff }
      pre { background: #f4f6f8; padding: 12px; overflow-x: auto }
      figure { display: inline-block; margin: 0 16px 16px 0; vertical-align: top }
      figcaption { color: #556 }
      svg { width: 420px; height: 160px }
      svg text { font-size: 11px; fill: #667 }
      .grid { stroke: #dde3e8 }
      polyline { fill: none; stroke-width: 1.6 }
      img { height: 200px; display: block }
      """;

  private Html() {}

  static String text(String plain) {
    return plain
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  static String page(String title, String style, String body) {
    return "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>"
        + text(title)
        + "</title><style>"
        + STYLE
        + style
        + "</style></head><body><h1>"
        + text(title)
        + "</h1>"
        + body
        + "</body></html>\n";
  }
}
