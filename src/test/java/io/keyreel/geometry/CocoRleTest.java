package io.keyreel.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyreel.kernel.UserError;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class CocoRleTest {
  @Test
  void writesWhatPycocotoolsWrites() {
    Mask pattern = Mask.of(9, 7, (x, y) -> (x * x + 3 * y * x + y) % 5 < 2);
    assertThat(CocoRle.compressed(pattern)).isEqualTo("02320NNO001050K0O001220NNO00105");
    Mask blob = Mask.of(120, 100, (x, y) -> (x - 50) * (x - 50) + (y - 40) * (y - 40) * 2 < 900);
    assertThat(CocoRle.compressed(blob))
        .isEqualTo(
            "gR2;g24L4M2N2N2N2N2N2O0O2O0O2O0O2O0O2O00000O2O0000000O2O0000000000000001N100000001N1"
                + "000001N101N101N101N101N2N2N2N2N2N3L4Lok3");
  }

  @RepeatedTest(40)
  void comesBackWhole(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    int w = 1 + random.nextInt(150);
    int h = 1 + random.nextInt(60);
    Mask mask = RandomMasks.next(random, w, h);
    assertThat(CocoRle.mask(CocoRle.compressed(mask), w, h)).isEqualTo(mask);
    int[] counts = CocoRle.counts(mask);
    assertThat(CocoRle.mask(counts, w, h)).isEqualTo(mask);
    assertThat(Arrays.stream(counts).sum()).isEqualTo(w * h);
  }

  @Test
  void rejectsCountsOfAnotherImageSize() {
    int[] counts = CocoRle.counts(Mask.full(4, 4));
    assertThatThrownBy(() -> CocoRle.mask(counts, 5, 4))
        .isInstanceOf(UserError.Invalid.class)
        .hasMessageContaining("5 by 4");
    assertThatThrownBy(() -> CocoRle.mask(new int[] {-1, 17}, 4, 4))
        .isInstanceOf(UserError.Invalid.class);
  }
}
