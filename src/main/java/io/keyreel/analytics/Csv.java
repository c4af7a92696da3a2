package io.keyreel.analytics;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A report as a file for spreadsheets. */
public final class Csv {
  private Csv() {}

  public static String of(Report report) {
    StringBuilder text = new StringBuilder();
    line(text, report.columns().stream().map(Report.Column::key).toList());
    report.rows().forEach(row -> line(text, row));
    return text.toString();
  }

  private static void line(StringBuilder text, List<? extends @Nullable Object> values) {
    text.append(values.stream().map(Csv::cell).collect(Collectors.joining(","))).append("\r\n");
  }

  /** A name that a spreadsheet would take for a formula gets an apostrophe. */
  private static String cell(@Nullable Object value) {
    if (value == null) {
      return "";
    }
    String plain = value.toString();
    if (value instanceof Number) {
      return plain;
    }
    String safe = plain.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + plain : plain;
    return safe.matches("(?s).*[,\"\\r\\n].*") ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
  }
}
