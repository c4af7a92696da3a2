package io.keyreel.exchange;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.keyreel.geometry.BoxShape;
import io.keyreel.geometry.EllipseShape;
import io.keyreel.geometry.MaskShape;
import io.keyreel.geometry.PointsShape;
import io.keyreel.geometry.PolygonShape;
import io.keyreel.geometry.PolylineShape;
import io.keyreel.geometry.Shape;
import io.keyreel.geometry.SkeletonShape;
import java.io.OutputStream;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** JSON with shapes in it, as on the wire: the kind stands in {@code type}. */
final class ShapeJson {
  static final JsonMapper MAPPER =
      JsonMapper.builder()
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          .addMixIn(Shape.class, Typed.class)
          .build();

  private ShapeJson() {}

  /** Writes piece by piece; closing it leaves {@code out} open. */
  static JsonGenerator to(OutputStream out) {
    return MAPPER.createGenerator(out);
  }

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = MaskShape.class, name = "mask"),
    @JsonSubTypes.Type(value = PolygonShape.class, name = "polygon"),
    @JsonSubTypes.Type(value = BoxShape.class, name = "box"),
    @JsonSubTypes.Type(value = EllipseShape.class, name = "ellipse"),
    @JsonSubTypes.Type(value = PolylineShape.class, name = "polyline"),
    @JsonSubTypes.Type(value = PointsShape.class, name = "points"),
    @JsonSubTypes.Type(value = SkeletonShape.class, name = "skeleton")
  })
  @JsonAutoDetect(isGetterVisibility = JsonAutoDetect.Visibility.NONE)
  private interface Typed {}
}
