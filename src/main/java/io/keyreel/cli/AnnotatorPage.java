package io.keyreel.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;

/** What labelling costs, as a page that needs nothing beside it. */
final class AnnotatorPage {
  private static final String STYLE =
      """
      .least-sure { stroke: #0b6bcb; fill: none } circle.least-sure { fill: #0b6bcb }
      .even { stroke: #7a869a; fill: none }
      .random { stroke: #b45309; fill: none }
      .enough { stroke: #2f7d32; fill: none; stroke-dasharray: 4 3 }
      """;

  private AnnotatorPage() {}

  static String of(AnnotatorReport report) {
    StringBuilder body = new StringBuilder();
    StringWriter text = new StringWriter();
    new AnnotatorTable(new PrintWriter(text)).print(report);
    body.append("<pre>").append(Html.text(text.toString().strip())).append("</pre>");
    body.append(
        "<p>Mean J of what the engine fills in, by the cost as a share of drawing every frame. "
            + "Blue: keyframes where the engine is least sure. Grey: by halves. Brown: anywhere. "
            + "Dashed: enough.</p>");
    int clips = report.clips().values().stream().mapToInt(List::size).max().orElse(0);
    for (int i = 0; i < clips; i++) {
      body.append(plot(report, i));
    }
    return Html.page("Keyreel: what labelling costs", STYLE, body.toString());
  }

  private static String plot(AnnotatorReport report, int clip) {
    List<Annotated> runs = report.clips().values().stream().map(of -> of.get(clip)).toList();
    double most =
        runs.stream().mapToDouble(run -> run.share(run.steps().getLast())).max().orElse(1);
    SvgPlot plot =
        new SvgPlot(runs.getFirst().clip(), most)
            .curve(
                "enough",
                List.of(new double[] {0, Annotated.ENOUGH}, new double[] {most, Annotated.ENOUGH}));
    for (Annotated run : runs) {
      plot.curve(
          run.placement().key(),
          run.steps().stream().map(step -> new double[] {run.share(step), step.j()}).toList());
    }
    return plot.text();
  }
}
