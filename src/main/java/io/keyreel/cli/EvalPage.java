package io.keyreel.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The figures as one page that needs nothing beside it. */
final class EvalPage {
  private static final String STYLE =
      """
      .engine { stroke: #0b6bcb; fill: none } circle.engine { fill: #0b6bcb }
      .reference { stroke: #b45309; fill: none }
      .confidence { stroke: #7a869a; fill: none; stroke-dasharray: 4 3 }
      """;

  private final StringBuilder body = new StringBuilder();

  static String of(List<EvalReport> reports) {
    EvalPage page = new EvalPage();
    reports.forEach(page::add);
    return Html.page(
        "Keyreel eval",
        STYLE,
        "<p>Blue: the engine. Brown: the reference. Dashed: the confidence.</p>" + page.body);
  }

  private void add(EvalReport report) {
    body.append(
        "<h2>%s, a keyframe every %d frames</h2>"
            .formatted(Html.text(report.engine()), report.every()));
    StringWriter text = new StringWriter();
    new EvalTable(new PrintWriter(text)).print(report);
    body.append("<pre>").append(Html.text(text.toString().strip())).append("</pre>");
    List<Score> scores = report.scores();
    body.append(
        new SvgPlot("J by confidence", 1)
            .curve("confidence", List.of(new double[] {0, 0}, new double[] {1, 1}))
            .curve("engine", ConfidenceQuality.reliability(scores))
            .dots("engine", ConfidenceQuality.reliability(scores))
            .text());
    body.append(
        new SvgPlot("Mean J of what is left, by the share looked at", 1)
            .curve("engine", left(scores))
            .text());
    for (ClipScore clip : report.clips()) {
      clip(report, clip);
    }
  }

  private static List<double[]> left(List<Score> scores) {
    List<Score> sorted =
        scores.stream().sorted(Comparator.comparingDouble(Score::confidence).reversed()).toList();
    List<double[]> points = new ArrayList<>();
    double sum = 0;
    for (int i = 0; i < sorted.size(); i++) {
      sum += sorted.get(i).j();
      if (i % Math.max(1, sorted.size() / 100) == 0) {
        points.addFirst(new double[] {1 - (i + 1.0) / sorted.size(), sum / (i + 1)});
      }
    }
    return points;
  }

  private void clip(EvalReport report, ClipScore clip) {
    body.append("<h3>%s</h3>".formatted(Html.text(clip.clip())));
    double last = clip.scores().stream().mapToInt(Score::frame).max().orElse(1);
    SvgPlot plot =
        new SvgPlot("Mean J by frame", last)
            .curve("confidence", byFrame(clip, Score::confidence))
            .curve("engine", byFrame(clip, Score::j));
    if (report.reference() != null) {
      report.reference().stream()
          .filter(r -> r.clip().equals(clip.clip()))
          .forEach(r -> plot.curve("reference", byFrame(r, Score::j)));
    }
    body.append(plot.text());
    for (Map.Entry<String, byte[]> picture : clip.sheet().jpegs().entrySet()) {
      body.append(
          "<figure><figcaption>Frame %d, %s</figcaption><img alt=\"%s\" src=\"data:image/jpeg;base64,%s\"></figure>"
              .formatted(
                  clip.sheet().frame(),
                  picture.getKey().substring(2),
                  picture.getKey().substring(2),
                  Base64.getEncoder().encodeToString(picture.getValue())));
    }
  }

  private static List<double[]> byFrame(
      ClipScore clip, java.util.function.ToDoubleFunction<Score> value) {
    return clip.scores().stream()
        .collect(
            Collectors.groupingBy(Score::frame, TreeMap::new, Collectors.averagingDouble(value)))
        .entrySet()
        .stream()
        .map(e -> new double[] {e.getKey(), e.getValue()})
        .toList();
  }
}
