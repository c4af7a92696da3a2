package io.keyreel.ui.review;

import io.keyreel.labels.ShapesModule;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** Shapes as the wire has them, for the components of this screen. */
final class ShapeJson {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().addModule(new ShapesModule()).build();

  private ShapeJson() {}

  static ArrayNode list(List<? extends @Nullable Object> values) {
    return MAPPER.valueToTree(values);
  }
}
