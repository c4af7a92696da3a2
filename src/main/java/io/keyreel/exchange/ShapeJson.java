package io.keyreel.exchange;

import io.keyreel.labels.ShapesModule;
import java.io.OutputStream;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** JSON with shapes in it, as on the wire: the kind stands in {@code type}. */
final class ShapeJson {
  static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          .addModule(new ShapesModule())
          .build();

  private ShapeJson() {}

  /** Writes piece by piece; closing it leaves {@code out} open. */
  static JsonGenerator to(OutputStream out) {
    return MAPPER.createGenerator(out);
  }
}
