package io.keyreel.ui.base;

import com.vaadin.flow.component.icon.SvgIcon;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** One family of line icons on a 24-pixel grid, drawn with the colour of the text beside them. */
public enum Icons {
  LIBRARY(
      "<rect x='3' y='4' width='18' height='16' rx='2.5'/><path d='M8 4v16M16 4v16M3 9h5M3 15h5M16 9h5M16 15h5'/>"),
  TASKS("<path d='m4 6.5 1.5 1.5L8.5 5M4 16.5 5.5 18l3-3M12 7h8M12 17h8'/>"),
  REVIEW(
      "<path d='M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12Z'/><circle cx='12' cy='12' r='3'/>"),
  CHART("<path d='M4 4v16h16M8.5 16v-4M13 16V7.5M17.5 16v-6'/>"),
  EXPORT(
      "<path d='M12 3.5v11m0 0 4.5-4.5M12 14.5 7.5 10M4 16v2.5A2 2 0 0 0 6 20.5h12a2 2 0 0 0 2-2V16'/>"),
  UPLOAD(
      "<path d='M12 15V4m0 0L7.5 8.5M12 4l4.5 4.5M4 16v2.5A2 2 0 0 0 6 20.5h12a2 2 0 0 0 2-2V16'/>"),
  SETTINGS(
      "<path d='M4 7h9M19 7h1M4 17h1M11 17h9'/><circle cx='16' cy='7' r='2.5'/><circle cx='8' cy='17' r='2.5'/>"),
  BELL(
      "<path d='M6 9.5a6 6 0 0 1 12 0c0 6 2.5 7.5 2.5 7.5h-17S6 15.5 6 9.5M10 20.5a2.2 2.2 0 0 0 4 0'/>"),
  JOBS(
      "<path d='M12 3v3.5M12 17.5V21M3 12h3.5M17.5 12H21M5.7 5.7l2.4 2.4M15.9 15.9l2.4 2.4M5.7 18.3l2.4-2.4M15.9 8.1l2.4-2.4'/>"),
  USER("<circle cx='12' cy='8' r='4'/><path d='M4 20.5c.8-4 4-6 8-6s7.2 2 8 6'/>"),
  USERS(
      "<circle cx='9' cy='8' r='3.5'/><path d='M2.5 20c.6-3.6 3.2-5.5 6.5-5.5s5.9 1.9 6.5 5.5M16 4.8a3.5 3.5 0 0 1 0 6.4M18 14.9c2 .8 3.2 2.5 3.6 5.1'/>"),
  SIGN_OUT(
      "<path d='M10 20.5H6a2 2 0 0 1-2-2v-13a2 2 0 0 1 2-2h4M15.5 16.5 20 12l-4.5-4.5M20 12H9.5'/>"),
  SUN(
      "<circle cx='12' cy='12' r='4'/><path d='M12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M5.3 18.7l1.4-1.4M17.3 6.7l1.4-1.4'/>"),
  MOON("<path d='M20.5 14.2A8.5 8.5 0 1 1 9.8 3.5a6.8 6.8 0 0 0 10.7 10.7Z'/>"),
  AUTO(
      "<circle cx='12' cy='12' r='8.5'/><path d='M12 3.5v17a8.5 8.5 0 0 0 0-17Z' fill='currentColor'/>"),
  CHEVRON_DOWN("<path d='m6.5 9.5 5.5 5.5 5.5-5.5'/>"),
  CHEVRON_RIGHT("<path d='m9.5 6.5 5.5 5.5-5.5 5.5'/>"),
  ARROW_LEFT("<path d='M20 12H4.5M11 5.5 4.5 12l6.5 6.5'/>"),
  PLUS("<path d='M12 5v14M5 12h14'/>"),
  CHECK("<path d='m4.5 12.5 5 5L19.5 7'/>"),
  CLOSE("<path d='m6 6 12 12M18 6 6 18'/>"),
  SEARCH("<circle cx='11' cy='11' r='6.5'/><path d='m16 16 4.5 4.5'/>"),
  TRASH(
      "<path d='M4 6.5h16M9 6.5V4.5a1 1 0 0 1 1-1h4a1 1 0 0 1 1 1v2M6 6.5l.8 12.2a2 2 0 0 0 2 1.8h6.4a2 2 0 0 0 2-1.8L18 6.5M10 10.5v6M14 10.5v6'/>"),
  COPY(
      "<rect x='8.5' y='8.5' width='12' height='12' rx='2'/><path d='M15.5 8.5v-3a2 2 0 0 0-2-2h-8a2 2 0 0 0-2 2v8a2 2 0 0 0 2 2h3'/>"),
  EDIT(
      "<path d='M4 20l1-4.5L16.5 4a2.1 2.1 0 0 1 3 0l.5.5a2.1 2.1 0 0 1 0 3L8.5 19 4 20ZM14 6.5l3.5 3.5'/>"),
  NOTE("<path d='M20.5 11.5a7.5 7.5 0 0 1-11 6.6L4 19.5l1.4-5.1a7.5 7.5 0 1 1 15.1-2.9Z'/>"),
  SKIP("<path d='M5 5.5v13l9-6.5zM18.5 5.5v13'/>"),
  PLAY("<path d='M7 4.5v15l12-7.5z'/>"),
  MORE(
      "<circle cx='5.5' cy='12' r='1'/><circle cx='12' cy='12' r='1'/><circle cx='18.5' cy='12' r='1'/>"),
  LINK(
      "<path d='M10 14a4.5 4.5 0 0 0 6.5.3l3-3a4.5 4.5 0 0 0-6.4-6.4l-1.3 1.3M14 10a4.5 4.5 0 0 0-6.5-.3l-3 3a4.5 4.5 0 0 0 6.4 6.4l1.3-1.3'/>"),
  KEY("<circle cx='8' cy='15.5' r='4.5'/><path d='m11.5 12.5 8-8M16 8l3 3M18.5 5.5 20.5 7.5'/>"),
  WARNING("<path d='M12 4 2.8 19.5h18.4ZM12 10v4.5M12 17v.1'/>"),
  INFO("<circle cx='12' cy='12' r='8.5'/><path d='M12 11v5.5M12 7.8v.1'/>"),
  PROJECTS(
      "<path d='M3.5 7.5a2 2 0 0 1 2-2h4l2 2.5h7a2 2 0 0 1 2 2v7.5a2 2 0 0 1-2 2h-13a2 2 0 0 1-2-2Z'/>"),
  SHAPES("<path d='M12 3.5 16 10H8ZM4 14h6.5v6.5H4z'/><circle cx='17' cy='17.2' r='3.5'/>"),
  SPARK(
      "<path d='M12 3.5l1.9 5.6 5.6 1.9-5.6 1.9L12 18.5l-1.9-5.6L4.5 11l5.6-1.9ZM19 16.5v4M17 18.5h4'/>"),
  SPORT(
      "<circle cx='12' cy='12' r='8.5'/><path d='M3.5 12h17M12 3.5v17M6 6c3 2.5 3 9.5 0 12M18 6c-3 2.5-3 9.5 0 12'/>"),
  INSPECT("<circle cx='10.5' cy='10.5' r='6'/><path d='m15 15 5.5 5.5M8 10.5h5M10.5 8v5'/>"),
  ROAD("<path d='M8 3.5 4 20.5M16 3.5l4 17M12 4v3M12 10.5v3M12 17v3.5'/>"),
  LEAF("<path d='M5 19.5C4 10 9 4.5 20 4c.5 10.5-4 15.5-12.5 14M5 19.5c1.5-4.5 4-7 8-9'/>");

  private final String paths;

  Icons(String paths) {
    this.paths = paths;
  }

  /** A fresh icon; it says nothing by itself, so give its button a label. */
  public SvgIcon make() {
    SvgIcon icon = new SvgIcon(dataUri());
    icon.getElement().setAttribute("aria-hidden", "true");
    return icon;
  }

  private String dataUri() {
    String svg =
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24' fill='none'"
            + " stroke='currentColor' stroke-width='1.75' stroke-linecap='round'"
            + " stroke-linejoin='round'>"
            + paths
            + "</svg>";
    return "data:image/svg+xml;utf8,"
        + URLEncoder.encode(svg, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
