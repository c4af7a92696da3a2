package io.keyreel.ui.analytics;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a report is shown.
 *
 * @param chart absent where a table says it best
 * @param empty what to do where there is nothing yet
 */
record Drawing(String report, @Nullable Chart chart, boolean wide, String empty) {
  /**
   * @param split makes a series of each value of this column
   */
  record Chart(
      String kind, String x, List<Series> series, boolean stacked, @Nullable String split) {}

  record Series(String key, String color, boolean line) {}

  static Drawing table(String report, String empty) {
    return new Drawing(report, null, false, empty);
  }

  /** Series are written as "key colour", a line over bars as "key colour line". */
  static Drawing of(String report, String kind, String x, String empty, String... series) {
    List<Series> parsed =
        Arrays.stream(series)
            .map(each -> each.split(" "))
            .map(word -> new Series(word[0], word.length > 1 ? word[1] : "", word.length > 2))
            .toList();
    return new Drawing(report, new Chart(kind, x, parsed, false, null), false, empty);
  }

  Drawing stacked() {
    Chart plain = chart();
    return plain == null
        ? this
        : new Drawing(
            report,
            new Chart(plain.kind(), plain.x(), plain.series(), true, plain.split()),
            wide,
            empty);
  }

  Drawing split(String column) {
    Chart plain = chart();
    return plain == null
        ? this
        : new Drawing(
            report,
            new Chart(plain.kind(), plain.x(), plain.series(), plain.stacked(), column),
            wide,
            empty);
  }

  Drawing across() {
    return new Drawing(report, chart, true, empty);
  }
}
