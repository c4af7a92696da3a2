package io.keyreel.labels;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyreel.kernel.FrameRange;
import java.util.List;
import org.junit.jupiter.api.Test;

class CoverageTest {
  @Test
  void joinsRangesThatOverlapOrTouch() {
    assertThat(
            Coverage.union(
                List.of(
                    new FrameRange(10, 12),
                    new FrameRange(0, 4),
                    new FrameRange(3, 6),
                    new FrameRange(6, 8),
                    new FrameRange(11, 12))))
        .containsExactly(new FrameRange(0, 8), new FrameRange(10, 12));
  }
}
