package io.keyreel.analytics;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ReportStore {
  private final JdbcClient jdbc;

  ReportStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<List<@Nullable Object>> rows(
      Definition definition, UUID project, Filter filter, Instant now) {
    return jdbc.sql(definition.sql())
        .param("project", project)
        .param("from", filter.from())
        .param("to", filter.to())
        .param("person", filter.person())
        .param("class", filter.classId())
        .param("stage", filter.stage())
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("draw", filter.costs().draw())
        .param("correct", filter.costs().correct())
        .param("accept", filter.costs().accept())
        .query((row, n) -> values(row, definition.columns().size()))
        .list();
  }

  private static List<@Nullable Object> values(ResultSet row, int width) throws SQLException {
    List<@Nullable Object> values = new ArrayList<>(width);
    for (int i = 1; i <= width; i++) {
      values.add(plain(row.getObject(i)));
    }
    return values;
  }

  private static @Nullable Object plain(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case Date day -> day.toLocalDate().toString();
      case Timestamp time -> time.toInstant().toString();
      case UUID id -> id.toString();
      case BigDecimal number when number.stripTrailingZeros().scale() <= 0 ->
          number.longValueExact();
      case BigDecimal number -> number.doubleValue();
      default -> value;
    };
  }
}
