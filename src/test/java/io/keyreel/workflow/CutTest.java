package io.keyreel.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyreel.kernel.FrameRange;
import io.keyreel.kernel.UserError;
import io.keyreel.media.Shot;
import io.keyreel.vision.Transition;
import io.keyreel.workflow.Cut.By;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CutTest {
  private static final List<Shot> SHOTS =
      List.of(
          shot(0, 40, Transition.START),
          shot(40, 52, Transition.CUT),
          shot(52, 100, Transition.CUT));

  @Test
  void cutsAtShotsAndJoinsThoseThatAreTooShort() {
    assertThat(new Cut(By.SHOTS, null, null, null).of(100, SHOTS))
        .containsExactly(range(0, 40), range(40, 52), range(52, 100));
    assertThat(new Cut(By.SHOTS, 24, null, null).of(100, SHOTS))
        .containsExactly(range(0, 40), range(40, 100));
  }

  @Test
  void cutsIntoEqualPiecesThatOverlap() {
    assertThat(new Cut(By.LENGTH, 40, 10, null).of(100, SHOTS))
        .containsExactly(range(0, 40), range(30, 70), range(60, 100));
  }

  @Test
  void takesSamplesAtEqualDistances() {
    assertThat(new Cut(By.SAMPLES, 10, null, 45).of(100, SHOTS))
        .containsExactly(range(0, 10), range(45, 55), range(90, 100));
  }

  @Test
  void coversEveryFrameExceptWhenSampling() {
    Random random = new Random(7);
    for (int i = 0; i < 500; i++) {
      int count = 1 + random.nextInt(400);
      int length = 1 + random.nextInt(120);
      Cut cut = new Cut(By.LENGTH, length, random.nextInt(length / 2 + 1), null);
      List<FrameRange> tasks = cut.of(count, List.of());
      boolean[] covered = new boolean[count];
      for (FrameRange task : tasks) {
        for (int frame = task.from(); frame < task.to(); frame++) {
          covered[frame] = true;
        }
      }
      assertThat(covered).doesNotContain(false);
      assertThat(tasks).doesNotHaveDuplicates();
    }
  }

  @Test
  void refusesWhatMakesNoSense() {
    assertThatThrownBy(() -> new Cut(By.LENGTH, 40, 30, null))
        .isInstanceOf(UserError.Invalid.class);
    assertThatThrownBy(() -> new Cut(By.LENGTH, 0, 0, null)).isInstanceOf(UserError.Invalid.class);
    assertThatThrownBy(() -> new Cut(By.SAMPLES, 40, null, 30))
        .isInstanceOf(UserError.Invalid.class);
  }

  private static Shot shot(int from, int to, Transition start) {
    return new Shot(range(from, to), start);
  }

  private static FrameRange range(int from, int to) {
    return new FrameRange(from, to);
  }
}
