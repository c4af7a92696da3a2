package io.keyreel.ui.analytics;

import com.vaadin.flow.router.QueryParameters;
import io.keyreel.analytics.Filter;
import io.keyreel.kernel.UserError;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is looked at, as the page's address has it, so that it can be sent to others. */
record Address(Board board, Filter filter) {
  static Address read(QueryParameters query, LocalDate today) {
    Filter four = Filter.weeksTo(today);
    LocalDate to = day(query, "to", today);
    LocalDate from = day(query, "from", to.equals(today) ? four.from() : to.minusDays(27));
    Filter.Costs stated = Filter.Costs.STATED;
    try {
      Filter filter =
          new Filter(
              from,
              to,
              FilterBar.person(word(query, "person")),
              word(query, "classId"),
              word(query, "stage"),
              new Filter.Costs(
                  number(query, "draw", stated.draw()),
                  number(query, "correct", stated.correct()),
                  number(query, "accept", stated.accept())));
      return new Address(board(query), filter);
    } catch (UserError.Invalid broken) {
      return new Address(board(query), four);
    }
  }

  /** What the address says after the question mark; the reports take the same words. */
  String query() {
    Map<String, Object> words = new LinkedHashMap<>();
    words.put("board", board.word());
    words.put("from", filter.from());
    words.put("to", filter.to());
    if (filter.person() != null) {
      words.put("person", filter.person());
    }
    if (filter.classId() != null) {
      words.put("classId", filter.classId());
    }
    if (filter.stage() != null) {
      words.put("stage", filter.stage());
    }
    if (!filter.costs().equals(Filter.Costs.STATED)) {
      words.put("draw", filter.costs().draw());
      words.put("correct", filter.costs().correct());
      words.put("accept", filter.costs().accept());
    }
    return words.entrySet().stream()
        .map(word ->
            word.getKey()
                + "="
                + URLEncoder.encode(word.getValue().toString(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  private static Board board(QueryParameters query) {
    String word = word(query, "board");
    return Board.of(word == null ? "" : word);
  }

  private static @Nullable String word(QueryParameters query, String name) {
    return query.getSingleParameter(name).filter(text -> !text.isBlank()).orElse(null);
  }

  private static LocalDate day(QueryParameters query, String name, LocalDate otherwise) {
    try {
      String text = word(query, name);
      return text == null ? otherwise : LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      return otherwise;
    }
  }

  private static double number(QueryParameters query, String name, double otherwise) {
    try {
      String text = word(query, name);
      return text == null ? otherwise : Double.parseDouble(text);
    } catch (NumberFormatException e) {
      return otherwise;
    }
  }
}
