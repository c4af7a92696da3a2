package io.keyreel.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class InterpolationTest {
  @Test
  void aMovingDiscKeepsItsSizeAndMovesEvenly() {
    Mask a = Masks.of(new EllipseShape(30, 30, 12, 12, 0), 160, 80);
    Mask b = Masks.of(new EllipseShape(110, 46, 12, 12, 0), 160, 80);
    Mask middle = Masks.of(new EllipseShape(70, 38, 12, 12, 0), 160, 80);
    assertThat(Metrics.iou(MaskInterpolation.between(a, b, 0.5), middle)).isGreaterThan(0.93);
    assertThat(MaskInterpolation.between(a, b, 0)).isEqualTo(a);
    assertThat(MaskInterpolation.between(a, b, 1)).isEqualTo(b);
  }

  @Test
  void anAbsentSideLeavesTheNearerMask() {
    Mask a = Masks.of(new EllipseShape(30, 30, 12, 12, 0), 160, 80);
    Mask none = Mask.empty(160, 80);
    assertThat(MaskInterpolation.between(a, none, 0.2)).isEqualTo(a);
    assertThat(MaskInterpolation.between(a, none, 0.8)).isEqualTo(none);
  }

  @Test
  void boxesMoveByCentreAndTurnTheShortWay() {
    BoxShape a = new BoxShape(0, 0, 10, 20, 3);
    BoxShape b = new BoxShape(40, 0, 20, 20, -3);
    BoxShape middle = (BoxShape) ShapeInterpolation.between(a, b, 0.5);
    assertThat(middle.centerX()).isCloseTo(27.5, within(1e-9));
    assertThat(middle.width()).isCloseTo(15, within(1e-9));
    assertThat(Math.cos(middle.angle())).isCloseTo(-1, within(1e-9));
  }

  @Test
  void polygonsOfOtherPointCountsStillMeet() {
    PolygonShape square = new PolygonShape(List.of(new double[] {0, 0, 40, 0, 40, 40, 0, 40}));
    PolygonShape same =
        new PolygonShape(List.of(new double[] {60, 40, 20, 40, 20, 0, 40, 0, 60, 0}));
    Shape middle = ShapeInterpolation.between(square, same, 0.5);
    Mask expected = Masks.of(new BoxShape(10, 0, 40, 40, 0), 100, 60);
    assertThat(Metrics.iou(Masks.of(middle, 100, 60), expected)).isGreaterThan(0.8);
  }

  @Test
  void shapesOfOtherKindsHoldTheNearerOne() {
    Shape box = new BoxShape(0, 0, 10, 10, 0);
    Shape points = new PointsShape(new double[] {1, 1});
    assertThat(ShapeInterpolation.between(box, points, 0.4)).isEqualTo(box);
    assertThat(ShapeInterpolation.between(box, points, 0.6)).isEqualTo(points);
  }
}
