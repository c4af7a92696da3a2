package io.keyreel.labels;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyreel.geometry.BoxShape;
import io.keyreel.geometry.Mask;
import io.keyreel.geometry.MaskShape;
import io.keyreel.geometry.Masks;
import io.keyreel.geometry.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ChunkPackingTest {
  @Test
  void bringsBackWhatWasPacked() {
    List<@Nullable Shape> shapes =
        Arrays.asList(
            new MaskShape(3, 4, 2, 2, "04"),
            null,
            MaskShape.EMPTY,
            new BoxShape(1.5, 2.5, 10, 20, 0.25));
    assertThat(ChunkPacking.unpack(ChunkPacking.pack(shapes))).isEqualTo(shapes);
  }

  @Test
  void takesAFractionOfTheTextOfNeighbouringMasks() {
    Random random = new Random(7);
    List<@Nullable Shape> shapes = new ArrayList<>();
    int text = 0;
    for (int frame = 0; frame < 32; frame++) {
      int x = 100 + frame / 8;
      double radius = 60 + random.nextDouble() / 4;
      MaskShape shape =
          Masks.toShape(Mask.of(320, 240, (i, j) -> Math.hypot(i - x, j - 120) < radius));
      text += shape.counts().length();
      shapes.add(shape);
    }
    byte[] packed = ChunkPacking.pack(shapes);
    assertThat(packed.length).isLessThan(text / 2);
    assertThat(ChunkPacking.unpack(packed)).isEqualTo(shapes);
  }
}
