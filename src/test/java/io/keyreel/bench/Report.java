package io.keyreel.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** All figures of one run, as a table and as data. */
record Report(Machine machine, Instant at, List<Figure> figures) {
  void print(PrintWriter out) {
    out.println(machine.sentence());
    out.printf("%n%-52s %10s %-9s %8s %6s  %s%n", "", "measured", "", "aim", "ratio", "to");
    for (Figure figure : figures) {
      Double ratio = figure.ratio();
      out.printf(
          Locale.ROOT,
          "%-52s %10s %-9s %8s %6s  %s%n",
          figure.name(),
          number(figure.value()),
          figure.unit(),
          figure.aim() == null ? "" : number(figure.aim()),
          ratio == null ? "" : String.format(Locale.ROOT, "%.2f", ratio),
          figure.reference() == null
              ? ""
              : "%s: %s".formatted(figure.reference(), number(figure.referenceValue())));
    }
    out.flush();
  }

  private static String number(double value) {
    String pattern = Math.abs(value) < 1 ? "%.3f" : Math.abs(value) < 100 ? "%.1f" : "%.0f";
    return String.format(Locale.ROOT, pattern, value);
  }

  void write(Path file) throws IOException {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("at", at.toString());
    json.put("machine", machine.json());
    json.put("figures", figures.stream().map(Report::json).toList());
    Files.writeString(
        file, JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(json));
  }

  private static Map<String, Object> json(Figure figure) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", figure.name());
    json.put("value", figure.value());
    json.put("unit", figure.unit());
    if (figure.aim() != null) {
      json.put("aim", figure.aim());
    }
    if (figure.reference() != null) {
      json.put("reference", figure.reference());
      json.put("referenceValue", figure.referenceValue());
      json.put("ratio", figure.ratio());
    }
    return json;
  }
}
