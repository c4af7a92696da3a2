package io.keyreel.ui.tasks;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import io.keyreel.ui.base.Buttons;
import io.keyreel.ui.base.Formats;
import io.keyreel.ui.base.Kpi;
import io.keyreel.ui.base.Notices;
import io.keyreel.ui.base.Scale;
import io.keyreel.workflow.ConsensusMerge;
import io.keyreel.workflow.ConsensusReport;
import io.keyreel.workflow.ConsensusReport.ClassScore;
import io.keyreel.workflow.ConsensusReport.Confused;
import io.keyreel.workflow.ConsensusReport.PairScore;
import io.keyreel.workflow.Task;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How far those who labelled a task apart agree, and the way to a first truth out of it. */
final class ConsensusDialog extends Dialog {
  private static final int BARS = 160;

  ConsensusDialog(
      Task task,
      ConsensusReport report,
      Function<String, ConsensusMerge.Merged> merge,
      Runnable done) {
    setHeaderTitle("Labels of task " + task.number() + ", side by side");
    setWidth("960px");
    add(figures(report), pairs(report.pairs()));
    if (report.confusion().stream().anyMatch(each -> !each.a().equals(each.b()))) {
      add(new H3("Called differently"), confusion(report.confusion()));
    }
    Button majority = Buttons.plain("Merge by majority", event -> merge("majority", merge, done));
    Button staple = Buttons.primary("Merge by STAPLE", event -> merge("staple", merge, done));
    getFooter().add(Buttons.quiet("Close", event -> close()), majority, staple);
  }

  private void merge(String method, Function<String, ConsensusMerge.Merged> merge, Runnable done) {
    ConsensusMerge.Merged merged = merge.apply(method);
    String left =
        merged.left() == 0
            ? ""
            : " " + Formats.count(merged.left(), "object", "objects") + " that few have are left.";
    Notices.done(
        Formats.count(merged.tracks(), "track", "tracks")
            + " with "
            + Formats.count(merged.keyframes(), "keyframe", "keyframes")
            + " merged."
            + left);
    close();
    done.run();
  }

  private static Component figures(ConsensusReport report) {
    Div row =
        new Div(
            kpi("Agreement, J&F", report.agreement(), "mean over all pairs"),
            kpi("Classes, alpha", report.classAlpha(), "Krippendorff’s; 1 is full agreement"),
            kpi("Events, alpha", report.eventAlpha(), "frame by frame"));
    row.addClassName("kr-kpis");
    return row;
  }

  private static Kpi kpi(String label, @Nullable Double value, String explanation) {
    Kpi kpi = new Kpi(label);
    kpi.set(value == null ? "–" : Formats.confidence(value), explanation);
    return kpi;
  }

  private static Grid<PairScore> pairs(List<PairScore> pairs) {
    Grid<PairScore> grid = new Grid<>();
    grid.setItems(pairs);
    grid.addClassName("kr-pairs");
    grid.setAllRowsVisible(true);
    grid.setSelectionMode(Grid.SelectionMode.NONE);
    grid.addColumn(pair -> pair.a().name() + " · " + pair.b().name())
        .setHeader("People")
        .setFlexGrow(1);
    grid.addComponentColumn(pair -> Scale.label((float) pair.jf()))
        .setHeader("J&F")
        .setWidth("96px");
    grid.addComponentColumn(ConsensusDialog::frames).setHeader("Frame by frame").setWidth("304px");
    grid.addColumn(ConsensusDialog::worst).setHeader("Least agreed class").setWidth("176px");
    grid.addColumn(pair -> Formats.count(pair.switches()))
        .setHeader("Switches")
        .setWidth("96px")
        .setFlexGrow(0);
    return grid;
  }

  private static String worst(PairScore pair) {
    return pair.classes().stream()
        .min((a, b) -> Double.compare(a.jf(), b.jf()))
        .map(ConsensusDialog::text)
        .orElse("–");
  }

  private static String text(ClassScore score) {
    return (score.classId().isEmpty() ? "no class" : score.classId())
        + " "
        + Formats.confidence(score.jf());
  }

  private static Component frames(PairScore pair) {
    Div bars = new Div();
    bars.addClassName("kr-bars");
    List<@Nullable Double> frames = pair.frames();
    int step = Math.max(1, (frames.size() + BARS - 1) / BARS);
    for (int i = 0; i < frames.size(); i += step) {
      Double value = frames.get(i);
      Span bar = new Span();
      if (value != null) {
        bar.getStyle().set("height", Math.max(8, value * 100) + "%");
        bar.addClassName(value < 0.6 ? "kr-low" : value < 0.85 ? "kr-mid" : "kr-high");
      }
      bars.add(bar);
    }
    bars.getElement().setAttribute("role", "img");
    bars.getElement().setAttribute("aria-label", "Agreement by frame");
    return bars;
  }

  private static Component confusion(List<Confused> confusion) {
    Div list = new Div();
    list.addClassName("kr-row");
    confusion.stream()
        .filter(each -> !each.a().equals(each.b()))
        .limit(12)
        .forEach(each -> {
          Span chip =
              new Span(
                  name(each.a())
                      + " ↔ "
                      + name(each.b())
                      + " · "
                      + Formats.count(each.shapes(), "shape", "shapes"));
          chip.addClassName("kr-chip");
          list.add(chip);
        });
    return list;
  }

  private static String name(String type) {
    return type.isEmpty() ? "nothing" : type;
  }
}
