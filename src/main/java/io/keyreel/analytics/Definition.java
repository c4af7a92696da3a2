package io.keyreel.analytics;

import io.keyreel.analytics.Report.Column;
import io.keyreel.analytics.Report.Unit;
import java.util.ArrayList;
import java.util.List;

/**
 * How a report is made.
 *
 * @param sql one query with a column for each of the report's, in their order; it may name
 *     :project, :from, :to, :person, :class, :stage, :now, :draw, :correct and :accept
 */
record Definition(String id, String title, String about, List<Column> columns, String sql) {
  /** Columns written as "key Label UNIT", one each. */
  static List<Column> columns(String... lines) {
    List<Column> columns = new ArrayList<>();
    for (String line : lines) {
      int first = line.indexOf(' ');
      int last = line.lastIndexOf(' ');
      columns.add(
          new Column(
              line.substring(0, first),
              line.substring(first + 1, last),
              Unit.valueOf(line.substring(last + 1))));
    }
    return List.copyOf(columns);
  }
}
