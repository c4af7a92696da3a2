package io.keyreel.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyreel.kernel.UserError;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MasksTest {
  @RepeatedTest(60)
  void maskSurvivesShapeAndBack(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    int w = 1 + random.nextInt(200);
    int h = 1 + random.nextInt(60);
    Mask mask = RandomMasks.next(random, w, h);
    MaskShape shape = Masks.toShape(mask);
    assertThat(Masks.of(shape, w, h)).isEqualTo(mask);
    assertThat(Masks.toShape(Masks.window(shape)).counts()).isEqualTo(shape.counts());
  }

  @Test
  void emptyMaskIsTheEmptyShape() {
    assertThat(Masks.toShape(Mask.empty(8, 8))).isEqualTo(new MaskShape(0, 0, 0, 0, ""));
    assertThat(Masks.of(MaskShape.EMPTY, 8, 8)).isEqualTo(Mask.empty(8, 8));
  }

  @Test
  void rejectsMaskOutsideFrame() {
    MaskShape shape = Masks.toShape(Mask.full(10, 10));
    assertThatThrownBy(() -> Masks.of(shape, 9, 10))
        .isInstanceOf(UserError.Invalid.class)
        .hasMessageContaining("outside the frame of 9 by 10");
    MaskShape far = new MaskShape(Integer.MAX_VALUE, 0, 10, 10, shape.counts());
    assertThatThrownBy(() -> Masks.of(far, 20, 20)).isInstanceOf(UserError.Invalid.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "9", "~~", "oooooooooooo", "P", "0\u0000", "T3T3", "1é"})
  void rejectsRunsThatDoNotFillTheBox(String counts) {
    assertThatThrownBy(() -> Masks.of(new MaskShape(0, 0, 4, 4, counts), 8, 8))
        .isInstanceOf(UserError.Invalid.class)
        .hasMessageContaining("run lengths");
  }

  @RepeatedTest(60)
  void fillsPolygonsByTheEvenOddRuleAtPixelCentres(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    int w = 1 + random.nextInt(70);
    int h = 1 + random.nextInt(50);
    boolean onCentres = random.nextBoolean();
    List<double[]> rings = new ArrayList<>();
    for (int r = 0; r <= random.nextInt(3); r++) {
      double[] ring = new double[2 * (3 + random.nextInt(6))];
      for (int i = 0; i < ring.length; i++) {
        double value = random.nextDouble() * (i % 2 == 0 ? w : h) * 1.5 - 5;
        ring[i] = onCentres ? Math.floor(value) + 0.5 : value;
      }
      rings.add(ring);
    }
    Mask expected = Mask.of(w, h, (x, y) -> inside(rings, x + 0.5, y + 0.5));
    assertThat(Masks.of(new PolygonShape(rings), w, h)).isEqualTo(expected);
  }

  private static boolean inside(List<double[]> rings, double cx, double cy) {
    int crossings = 0;
    for (double[] ring : rings) {
      for (int i = 0; i < ring.length; i += 2) {
        int j = (i + 2) % ring.length;
        if ((ring[i + 1] <= cy) != (ring[j + 1] <= cy)
            && ring[i] + (cy - ring[i + 1]) / (ring[j + 1] - ring[i + 1]) * (ring[j] - ring[i])
                <= cx) {
          crossings++;
        }
      }
    }
    return crossings % 2 == 1;
  }

  @Test
  void boxesAndEllipsesCoverTheirArea() {
    assertThat(Masks.of(new BoxShape(2, 3, 4, 5, 0), 20, 20).bounds())
        .isEqualTo(new PixelBox(2, 3, 4, 5));
    assertThat((double) Masks.of(new BoxShape(20, 30, 40, 20, 0.7), 100, 100).area())
        .isBetween(780.0, 820.0);
    assertThat((double) Masks.of(new EllipseShape(50, 50, 30, 12, 1.1), 100, 100).area())
        .isBetween(Math.PI * 360 * 0.98, Math.PI * 360 * 1.02);
    assertThat(Masks.of(new PolylineShape(new double[] {0, 0, 9, 9}), 10, 10).isEmpty()).isTrue();
  }

  @Test
  void shapesCompareByValue() {
    assertThat(new PolygonShape(List.of(new double[] {0, 0, 4, 0, 4, 4})))
        .isEqualTo(new PolygonShape(List.of(new double[] {0, 0, 4, 0, 4, 4})))
        .hasSameHashCodeAs(new PolygonShape(List.of(new double[] {0, 0, 4, 0, 4, 4})))
        .isNotEqualTo(new PolygonShape(List.of(new double[] {0, 0, 4, 0, 4, 5})));
    assertThat(new PointsShape(new double[] {1, 2}))
        .isEqualTo(new PointsShape(new double[] {1, 2}));
  }

  @Test
  void shapesRefuseWhatIsNoCoordinate() {
    assertThatThrownBy(() -> new PolygonShape(List.of(new double[] {0, 0, 1, 1})))
        .isInstanceOf(UserError.Invalid.class);
    assertThatThrownBy(() -> new PolylineShape(new double[] {0, Double.NaN}))
        .isInstanceOf(UserError.Invalid.class);
    assertThatThrownBy(() -> new BoxShape(0, 0, -1, 2, 0)).isInstanceOf(UserError.Invalid.class);
    assertThatThrownBy(() -> new SkeletonShape.Joint(0, 0, 3))
        .isInstanceOf(UserError.Invalid.class);
  }
}
