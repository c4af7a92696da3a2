package io.keyreel.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class MetricsTest {
  @RepeatedTest(30)
  void distancesAreExact(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    int w = 1 + random.nextInt(24);
    int h = 1 + random.nextInt(24);
    Mask mask = RandomMasks.next(random, w, h);
    int[] expected = new int[w * h];
    for (int i = 0; i < expected.length; i++) {
      int x = i % w;
      int y = i / w;
      int[] least = {Integer.MAX_VALUE};
      mask.forEachRowRun((row, from, to) -> {
        for (int k = from; k < to; k++) {
          least[0] = Math.min(least[0], (k - x) * (k - x) + (row - y) * (row - y));
        }
      });
      expected[i] = least[0];
    }
    assertThat(DistanceField.squared(mask)).isEqualTo(expected);
  }

  @RepeatedTest(30)
  void boundaryFMatchesTheDilatedDefinition(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    int w = 10 + random.nextInt(50);
    int h = 10 + random.nextInt(50);
    int radius = 1 + random.nextInt(4);
    Mask a = RandomMasks.blob(random, w, h);
    Mask b = RandomMasks.blob(random, w, h);
    Mask edgeA = Metrics.boundary(a);
    Mask edgeB = Metrics.boundary(b);
    double expected;
    if (edgeA.isEmpty() || edgeB.isEmpty()) {
      expected = edgeA.isEmpty() == edgeB.isEmpty() ? 1 : 0;
    } else {
      double p = (double) edgeA.intersection(dilate(edgeB, radius)) / edgeA.area();
      double r = (double) edgeB.intersection(dilate(edgeA, radius)) / edgeB.area();
      expected = p + r == 0 ? 0 : 2 * p * r / (p + r);
    }
    assertThat(Metrics.boundaryF(a, b, radius)).isCloseTo(expected, within(1e-12));
  }

  private static Mask dilate(Mask mask, int radius) {
    MaskBuilder builder = new MaskBuilder(mask.width(), mask.height());
    for (int dy = -radius; dy <= radius; dy++) {
      for (int dx = -radius; dx <= radius; dx++) {
        if (dx * dx + dy * dy <= radius * radius) {
          builder.paint(mask, dx, dy);
        }
      }
    }
    return builder.build();
  }

  @Test
  void measuresAgreeOnEqualMasksAndFailOnDisjointOnes() {
    Mask a = Masks.of(new BoxShape(5, 5, 20, 20, 0), 200, 100);
    Mask b = Masks.of(new BoxShape(105, 5, 20, 20, 0), 200, 100);
    Mask none = Mask.empty(200, 100);
    assertThat(Metrics.iou(a, a)).isEqualTo(1);
    assertThat(Metrics.iou(a, b)).isZero();
    assertThat(Metrics.iou(none, none)).isEqualTo(1);
    assertThat(Metrics.boundaryF(a, a)).isEqualTo(1);
    assertThat(Metrics.boundaryF(a, b)).isZero();
    assertThat(Metrics.boundaryF(none, none)).isEqualTo(1);
    assertThat(Metrics.boundaryF(none, a)).isZero();
  }

  @Test
  void flickerCountsOnlyChangeTheTruthLacks() {
    Mask still = Masks.of(new BoxShape(0, 0, 10, 10, 0), 40, 20);
    Mask moved = Masks.of(new BoxShape(5, 0, 10, 10, 0), 40, 20);
    assertThat(Metrics.flicker(still, moved, still, moved)).isZero();
    assertThat(Metrics.flicker(still, moved, still, still)).isEqualTo(1);
    assertThat(Metrics.flicker(still, moved, Mask.empty(40, 20), Mask.empty(40, 20))).isZero();
  }
}
