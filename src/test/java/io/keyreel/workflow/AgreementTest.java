package io.keyreel.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.keyreel.geometry.Mask;
import io.keyreel.geometry.Metrics;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AgreementTest {
  @Test
  void theAssignmentIsWorthAsMuchAsTheBestOfAllThatThereAre() {
    Random random = new Random(5);
    for (int round = 0; round < 200; round++) {
      int rows = 1 + random.nextInt(5);
      int columns = 1 + random.nextInt(5);
      double[][] worth = new double[rows][columns];
      for (double[] row : worth) {
        for (int k = 0; k < columns; k++) {
          row[k] = random.nextInt(3) == 0 ? 0 : random.nextDouble();
        }
      }
      int[] found = Assignment.best(worth);
      assertThat(value(worth, found)).isCloseTo(best(worth, 0, 0), within(1e-9));
    }
  }

  @Test
  void alphaIsWhatKrippendorffsOwnExampleSays() {
    // Nominal data of four observers and twelve units (Krippendorff 2011): 0.743.
    String[] rows = {
      "1 2 3 3 2 1 4 1 2 . . .",
      "1 2 3 3 2 2 4 1 2 5 . 3",
      ". 3 3 3 2 3 4 2 2 5 1 .",
      "1 2 3 3 2 4 4 1 2 5 1 ."
    };
    List<List<String>> units = new ArrayList<>();
    for (int unit = 0; unit < 12; unit++) {
      List<String> values = new ArrayList<>();
      for (String row : rows) {
        String value = row.split(" ")[unit];
        if (!value.equals(".")) {
          values.add(value);
        }
      }
      units.add(values);
    }
    assertThat(Krippendorff.nominal(units)).isCloseTo(0.743, within(0.0005));
    assertThat(Krippendorff.nominal(List.of(List.of("a", "a"), List.of("b", "b")))).isEqualTo(1);
    assertThat(Krippendorff.nominal(List.of(List.of("a")))).isNaN();
  }

  @Test
  void stapleTrustsThoseWhoAgreeMoreThanTheOneWhoDrewAnotherThing() {
    Mask truth = square(10, 10, 20);
    List<Mask> people =
        List.of(square(10, 10, 20), square(11, 10, 20), square(10, 11, 20), square(30, 30, 8));
    Mask merged = Staple.merge(people);
    assertThat(Metrics.iou(merged, truth)).isGreaterThan(0.95);
    assertThat(Metrics.iou(Staple.majority(people), truth)).isGreaterThan(0.85);
    assertThat(Staple.merge(List.of(Mask.empty(64, 48), Mask.empty(64, 48))).isEmpty()).isTrue();
  }

  private static Mask square(int left, int top, int size) {
    return Mask.of(64, 48, (x, y) -> x >= left && x < left + size && y >= top && y < top + size);
  }

  private static double value(double[][] worth, int[] columns) {
    double sum = 0;
    for (int row = 0; row < columns.length; row++) {
      sum += columns[row] < 0 ? 0 : worth[row][columns[row]];
    }
    return sum;
  }

  private static double best(double[][] worth, int row, int used) {
    if (row == worth.length) {
      return 0;
    }
    double most = best(worth, row + 1, used);
    for (int k = 0; k < worth[row].length; k++) {
      if ((used & (1 << k)) == 0) {
        most = Math.max(most, worth[row][k] + best(worth, row + 1, used | (1 << k)));
      }
    }
    return most;
  }
}
