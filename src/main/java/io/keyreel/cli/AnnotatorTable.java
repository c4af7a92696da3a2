package io.keyreel.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What labelling costs, as text: one line a clip, one group of columns a placement. */
final class AnnotatorTable {
  private final PrintWriter out;

  AnnotatorTable(PrintWriter out) {
    this.out = out;
  }

  void print(AnnotatorReport report) {
    out.printf(
        Locale.ROOT,
        "%nengine %s: keyframes added one by one until what it fills in has a mean J of %.2f%n",
        report.engine(),
        Annotated.ENOUGH);
    out.printf(
        Locale.ROOT,
        "cost as a share of drawing every frame; a mask %.0f s, a correction %.0f s, a look %.1f s%n",
        ScriptedAnnotator.MASK,
        ScriptedAnnotator.CORRECTION,
        ScriptedAnnotator.LOOK);
    out.printf("%-26s %6s", "clip", "frames");
    for (Placement placement : report.clips().keySet()) {
      out.printf("  %10s %5s %5s %6s", placement.key(), "drawn", "mended", "J");
    }
    out.println();
    List<List<Annotated>> columns = List.copyOf(report.clips().values());
    for (int i = 0; i < columns.getFirst().size(); i++) {
      out.printf("%-26s %6d", columns.getFirst().get(i).clip(), columns.getFirst().get(i).frames());
      for (List<Annotated> column : columns) {
        cell(column.get(i));
      }
      out.println();
    }
    for (Map.Entry<Placement, List<Annotated>> entry : report.clips().entrySet()) {
      double median = report.median(entry.getKey());
      out.printf(
          Locale.ROOT,
          "median, keyframes %-31s %.4f, that is 1/%.1f; with the frames drawn counted as right %.4f%n",
          entry.getKey().meaning() + ":",
          median,
          1 / median,
          report.medianDelivered(entry.getKey()));
    }
    out.flush();
  }

  private void cell(Annotated clip) {
    Annotated.Step step = clip.done() == null ? clip.steps().getLast() : clip.done();
    out.printf(
        Locale.ROOT,
        "  %10.4f %5d %6d %6.3f",
        clip.share(clip.done()),
        step.drawn(),
        step.corrected(),
        step.j());
  }
}
