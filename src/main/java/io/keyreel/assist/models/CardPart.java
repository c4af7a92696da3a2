package io.keyreel.assist.models;

import io.keyreel.kernel.UserError;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A mapping inside a card, with the path that leads to it for messages. */
final class CardPart {
  private final String where;
  private final String path;
  private final Map<String, @Nullable Object> values = new LinkedHashMap<>();

  CardPart(String where, String path, @Nullable Object value) {
    this.where = where;
    this.path = path;
    if (!(value instanceof Map<?, ?> map)) {
      throw new UserError.Invalid(
          "%s: %s must be a list of keys with values."
              .formatted(where, path.isEmpty() ? "the card" : path));
    }
    map.forEach((key, inner) -> values.put(String.valueOf(key), inner));
  }

  void only(String... known) {
    Set<String> names = Set.of(known);
    values.keySet().stream()
        .filter(key -> !names.contains(key))
        .findFirst()
        .ifPresent(key -> {
          throw refusal(key, "is not known; there is " + String.join(", ", known));
        });
  }

  String text(String key) {
    String text = optionalText(key);
    if (text == null || text.isBlank()) {
      throw refusal(key, "is missing");
    }
    return text;
  }

  @Nullable String optionalText(String key) {
    Object value = values.get(key);
    if (value instanceof Map || value instanceof List) {
      throw refusal(key, "must be a text");
    }
    return value == null ? null : value.toString();
  }

  double number(String key) {
    if (values.get(key) instanceof Number number) {
      return number.doubleValue();
    }
    throw refusal(key, "must be a number");
  }

  List<CardPart> list(String key) {
    List<?> items = items(key);
    return IntStream.range(0, items.size())
        .mapToObj(i -> new CardPart(where, under(key) + "[" + i + "]", items.get(i)))
        .toList();
  }

  List<String> texts(String key) {
    return items(key).stream().map(String::valueOf).toList();
  }

  private List<?> items(String key) {
    Object value = values.get(key);
    if (value == null) {
      return List.of();
    }
    if (value instanceof List<?> items) {
      return items;
    }
    throw refusal(key, "must be a list");
  }

  <T> Map<String, T> map(String key, Function<CardPart, T> reader) {
    Map<String, T> result = new LinkedHashMap<>();
    if (values.get(key) != null) {
      CardPart part = new CardPart(where, under(key), values.get(key));
      part.values.forEach((name, value) ->
          result.put(name, reader.apply(new CardPart(where, part.under(name), value))));
    }
    return Collections.unmodifiableMap(result);
  }

  Map<String, Integer> sizes(String key) {
    Map<String, Integer> result = new LinkedHashMap<>();
    if (values.get(key) != null) {
      CardPart part = new CardPart(where, under(key), values.get(key));
      part.values.forEach((name, value) -> {
        if (!(value instanceof Integer size) || size < 1 || size > 4096) {
          throw part.refusal(name, "must be a whole number from 1 to 4096");
        }
        result.put(name, size);
      });
    }
    return Collections.unmodifiableMap(result);
  }

  Map<String, Object> scalars(String key) {
    Map<String, Object> result = new LinkedHashMap<>();
    if (values.get(key) != null) {
      CardPart part = new CardPart(where, under(key), values.get(key));
      part.values.forEach((name, value) -> {
        if (value == null) {
          throw part.refusal(name, "is empty");
        }
        result.put(name, value);
      });
    }
    return Collections.unmodifiableMap(result);
  }

  private String under(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  UserError.Invalid refusal(String key, String what) {
    return new UserError.Invalid("%s: %s %s.".formatted(where, under(key), what));
  }
}
