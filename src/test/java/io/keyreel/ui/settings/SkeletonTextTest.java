package io.keyreel.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyreel.kernel.UserError;
import io.keyreel.labels.Skeleton;
import java.util.List;
import org.junit.jupiter.api.Test;

class SkeletonTextTest {
  @Test
  void readsWhatItWrites() {
    Skeleton dog =
        new Skeleton(
            List.of(
                new Skeleton.Joint("nose", 0.1, 0.3),
                new Skeleton.Joint("left paw", 0.25, 1),
                new Skeleton.Joint("tail", 0.9, 0.2)),
            List.of(List.of(0, 1), List.of(0, 2)));
    assertThat(SkeletonText.read(SkeletonText.of(dog))).isEqualTo(dog);
    assertThat(SkeletonText.read(" \n")).isNull();
  }

  @Test
  void saysWhichLineItCannotRead() {
    assertThatThrownBy(() -> SkeletonText.read("nose 0.1 0.2\nwhat is this"))
        .isInstanceOf(UserError.Invalid.class)
        .hasMessageContaining("Line 2");
    assertThatThrownBy(() -> SkeletonText.read("nose 0.1 0.2\nnose - tail"))
        .hasMessageContaining("no joint above it");
  }
}
