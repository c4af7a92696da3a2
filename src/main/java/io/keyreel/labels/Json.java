package io.keyreel.labels;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON as the tables and the wire of this room hold it. */
@Component
final class Json {
  private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};

  private final JsonMapper mapper;

  Json(JsonMapper mapper) {
    this.mapper =
        mapper.rebuild().disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES).build();
  }

  String write(Object value) {
    return mapper.writeValueAsString(value);
  }

  @Nullable String writeNullable(@Nullable Object value) {
    return value == null ? null : write(value);
  }

  JsonNode tree(Object value) {
    return mapper.valueToTree(value);
  }

  @Nullable JsonNode parse(@Nullable String text) {
    return text == null ? null : mapper.readTree(text);
  }

  <T> T read(String text, Class<T> type) {
    return mapper.readValue(text, type);
  }

  <T> T convert(JsonNode node, Class<T> type) {
    return mapper.treeToValue(node, type);
  }

  Map<String, Object> map(String text) {
    return mapper.readValue(text, MAP);
  }
}
