package io.keyreel.analytics;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Figures, as a table.
 *
 * @param about how they are counted
 * @param rows their values in the order of the columns
 */
public record Report(
    String id,
    String title,
    String about,
    Filter filter,
    List<Column> columns,
    List<List<@Nullable Object>> rows) {

  /** What a column's values are. */
  public enum Unit {
    TEXT,
    /** Of a thing that has a page of its own; not for reading. */
    ID,
    COLOR,
    DAY,
    TIME,
    COUNT,
    /** Any number. */
    NUMBER,
    SECONDS,
    HOURS,
    /** 0 to 1. */
    SHARE,
    PER_HOUR
  }

  public record Column(String key, String label, Unit unit) {}

  public int index(String key) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).key().equals(key)) {
        return i;
      }
    }
    throw new IllegalArgumentException("the report %s has no column %s".formatted(id, key));
  }

  /** A number in the first row; 0 where there is none. */
  public double number(String key) {
    Object value = rows.isEmpty() ? null : rows.getFirst().get(index(key));
    return value instanceof Number number ? number.doubleValue() : 0;
  }
}
