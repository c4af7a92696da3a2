package io.keyreel.labels;

import com.fasterxml.jackson.annotation.JsonIgnore;
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
import org.springframework.stereotype.Component;
import tools.jackson.databind.module.SimpleModule;

/** Writes and reads shapes as the wire has them; {@code geometry} itself knows no JSON. */
@Component
public final class ShapesModule extends SimpleModule {
  public ShapesModule() {
    super("keyreel-shapes");
    setMixInAnnotation(Shape.class, Typed.class);
    setMixInAnnotation(MaskShape.class, MaskFields.class);
    setMixInAnnotation(BoxShape.class, BoxFields.class);
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
  private interface Typed {}

  private interface MaskFields {
    @JsonIgnore
    boolean isEmpty();
  }

  private interface BoxFields {
    @JsonIgnore
    double centerX();
  }
}
