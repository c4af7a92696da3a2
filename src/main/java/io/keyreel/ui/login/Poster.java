package io.keyreel.ui.login;

import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import io.keyreel.ui.base.Logo;
import java.util.Locale;

/** What Keyreel does, drawn: two keyframes, masks between them, and where it is not sure. */
final class Poster extends Div {
  private static final int FRAMES = 7;
  private static final int BARS = 84;

  Poster() {
    addClassName("kr-poster");
    Div top = new Div(new Logo(true));
    Div words =
        new Div(
            new H1("Label a few frames. Look only where it matters."),
            new Paragraph(
                "Keyreel carries your masks through the video and says how sure it is of every"
                    + " frame."));
    words.addClassName("kr-poster-words");
    add(top, new Html(drawing()), words);
  }

  private static String drawing() {
    StringBuilder svg =
        new StringBuilder(
            "<svg class='kr-poster-art' viewBox='0 0 640 250' role='img'"
                + " aria-label='A strip of frames with masks and their confidence'>");
    for (int i = 0; i < FRAMES; i++) {
      frame(svg, i);
    }
    for (int i = 0; i < BARS; i++) {
      double confidence = confidence(i / (double) (BARS - 1));
      double height = 8 + 52 * confidence;
      svg.append(
          String.format(
              Locale.ROOT,
              "<rect x='%.1f' y='%.1f' width='5' height='%.1f' rx='1.5' fill='%s'/>",
              10 + i * 7.4,
              216 - height,
              height,
              color(confidence)));
    }
    diamond(svg, 13);
    diamond(svg, 627);
    return svg.append("</svg>").toString();
  }

  private static void frame(StringBuilder svg, int i) {
    double x = 10 + i * 89.0;
    double confidence = confidence(i / (double) (FRAMES - 1));
    boolean keyframe = i == 0 || i == FRAMES - 1;
    double cx = x + 22 + i * 6;
    double cy = 66 - 20 * Math.sin(Math.PI * i / (FRAMES - 1));
    svg.append(
        String.format(
            Locale.ROOT,
            "<g><rect x='%1$.1f' y='10' width='82' height='96' rx='7' fill='#fff'"
                + " fill-opacity='%2$s'/><path d='M%1$.1f 82h82v17a7 7 0 0 1-7 7h-68a7 7 0 0 1-7-7z'"
                + " fill='#fff' fill-opacity='.07'/><circle cx='%3$.1f' cy='%4$.1f' r='15' fill='%5$s'"
                + " fill-opacity='.38' stroke='%5$s' stroke-width='2.2' %6$s/></g>",
            x,
            keyframe ? ".2" : ".1",
            cx,
            cy,
            keyframe ? "#ffffff" : color(confidence),
            confidence < 0.6 ? "stroke-dasharray='5 4'" : ""));
  }

  private static void diamond(StringBuilder svg, int x) {
    svg.append(String.format(Locale.ROOT, "<path d='M%d 222l8 9-8 9-8-9z' fill='#fff'/>", x));
  }

  private static double confidence(double t) {
    double dip = Math.exp(-Math.pow((t - 0.62) / 0.11, 2));
    return 0.95 - 0.06 * Math.sin(t * 19) - 0.58 * dip;
  }

  private static String color(double confidence) {
    if (confidence > 0.8) {
      return "#4fd1c5";
    }
    return confidence >= 0.6 ? "#f2c14e" : "#ff7d9b";
  }
}
