package io.keyreel.ui.analytics;

import com.vaadin.flow.component.html.Div;
import io.keyreel.analytics.Report;
import io.keyreel.ui.base.Formats;
import io.keyreel.ui.base.Kpi;
import java.util.Locale;
import java.util.function.Function;

/** The few figures to know before all others. */
final class Headline extends Div {
  Headline() {
    addClassName("kr-kpis");
  }

  void show(Function<String, Report> read, Board board) {
    removeAll();
    if (board != Board.OVERVIEW && board != Board.ASSIST) {
      setVisible(false);
      return;
    }
    setVisible(true);
    Report summary = read.apply("summary");
    Report assist = read.apply("assist-days");
    double saved = sum(assist, "saved");
    double spent = sum(assist, "spent");
    double hours = summary.number("activeHours");
    if (board == Board.OVERVIEW) {
      add("Active time", hours(hours), people(summary));
      add("Frames moved on", count(summary, "frames"), perHour(summary.number("frames"), hours));
      add(
          "Tasks approved",
          count(summary, "approved"),
          "%s returned in %s"
              .formatted(
                  count(summary, "returned"),
                  Formats.count((long) summary.number("reviewed"), "review", "reviews")));
    } else {
      add("Drawn by hand", count(summary, "drawn"), "keyframes where nothing stood");
      add("Corrected", count(summary, "corrected"), "keyframes over proposals");
      add("Accepted", count(summary, "accepted"), "frames of proposals, as they were");
    }
    add(
        "Saved against drawing",
        saved + spent == 0
            ? "–"
            : String.format(Locale.ENGLISH, "%.1f ×", (saved + spent) / Math.max(spent, 1)),
        hours(saved / 3600) + " at stated costs");
  }

  private void add(String name, String figure, String note) {
    Kpi kpi = new Kpi(name);
    kpi.set(figure, note);
    add(kpi);
  }

  private static String people(Report summary) {
    long people = (long) summary.number("people");
    return Formats.count(people, "person", "people");
  }

  private static String perHour(double figure, double hours) {
    return hours == 0
        ? "no active time yet"
        : Formats.count(Math.round(figure / hours)) + " an active hour";
  }

  private static String count(Report report, String key) {
    return Formats.count((long) report.number(key));
  }

  private static String hours(double hours) {
    return hours < 2
        ? Formats.count(Math.round(hours * 60)) + " min"
        : String.format(Locale.ENGLISH, "%.1f h", hours);
  }

  private static double sum(Report report, String key) {
    int at = report.index(key);
    return report.rows().stream()
        .map(row -> row.get(at))
        .mapToDouble(value -> value instanceof Number number ? number.doubleValue() : 0)
        .sum();
  }
}
