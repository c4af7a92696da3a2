package io.keyreel.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyreel.kernel.UserError;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class MaskTest {
  @RepeatedTest(40)
  void agreesWithPixelsOneByOne(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    int w = 1 + random.nextInt(140);
    int h = 1 + random.nextInt(40);
    Mask a = RandomMasks.next(random, w, h);
    Mask b = RandomMasks.next(random, w, h);
    int dx = random.nextInt(2 * w) - w;
    int dy = random.nextInt(2 * h) - h;
    int cw = 1 + random.nextInt(w);
    int ch = 1 + random.nextInt(h);

    assertThat(a.and(b)).isEqualTo(Mask.of(w, h, (x, y) -> a.get(x, y) && b.get(x, y)));
    assertThat(a.or(b)).isEqualTo(Mask.of(w, h, (x, y) -> a.get(x, y) || b.get(x, y)));
    assertThat(a.xor(b)).isEqualTo(Mask.of(w, h, (x, y) -> a.get(x, y) != b.get(x, y)));
    assertThat(a.andNot(b)).isEqualTo(Mask.of(w, h, (x, y) -> a.get(x, y) && !b.get(x, y)));
    assertThat(a.intersection(b)).isEqualTo(a.and(b).area());
    assertThat(a.union(b)).isEqualTo(a.or(b).area());
    assertThat(a.crop(dx, dy, cw, ch)).isEqualTo(Mask.of(cw, ch, (x, y) -> a.get(x + dx, y + dy)));
    assertThat(a.place(cw, ch, dx, dy)).isEqualTo(Mask.of(cw, ch, (x, y) -> a.get(x - dx, y - dy)));
    assertThat(a.transpose()).isEqualTo(Mask.of(h, w, (x, y) -> a.get(y, x)));
    assertThat(a.isEmpty()).isEqualTo(a.area() == 0);
  }

  @RepeatedTest(40)
  void boundsAreTight(RepetitionInfo repetition) {
    Random random = new Random(100 + repetition.getCurrentRepetition());
    int w = 1 + random.nextInt(90);
    int h = 1 + random.nextInt(90);
    Mask mask = RandomMasks.blob(random, w, h);
    PixelBox box = mask.bounds();
    if (mask.isEmpty()) {
      assertThat(box).isEqualTo(PixelBox.EMPTY);
      return;
    }
    assertThat(mask.crop(box.x(), box.y(), box.width(), box.height()).area())
        .isEqualTo(mask.area());
    assertThat(mask.crop(box.x() + 1, box.y(), box.width() - 1, box.height()).area())
        .isLessThan(mask.area());
    assertThat(mask.crop(box.x(), box.y(), box.width(), box.height() - 1).area())
        .isLessThan(mask.area());
  }

  @Test
  void readsOneLabelOfALabelImage() {
    byte[] labels = {0, 1, 2, (byte) 200, 1, 0};
    assertThat(Mask.ofLabels(3, 2, labels, 1))
        .isEqualTo(new MaskBuilder(3, 2).set(1, 0).set(1, 1).build());
    assertThat(Mask.ofLabels(3, 2, labels, 200).area()).isEqualTo(1);
  }

  @Test
  void refusesSizesThatOverflow() {
    assertThatThrownBy(() -> Mask.empty(100_000, 100_000))
        .isInstanceOf(UserError.Invalid.class)
        .hasMessageContaining("too large");
  }

  @Test
  void paintingOutsideIsIgnored() {
    Mask mask = new MaskBuilder(5, 5).set(-1, 2).set(5, 2).row(7, 0, 5).row(2, -4, 2).build();
    assertThat(mask).isEqualTo(new MaskBuilder(5, 5).set(0, 2).set(1, 2).build());
  }
}
