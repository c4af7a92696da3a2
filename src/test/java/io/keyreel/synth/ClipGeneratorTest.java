package io.keyreel.synth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyreel.kernel.UserError;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ClipGeneratorTest {
  @Test
  void theSameSeedGivesTheSameClipInAnyOrderOfFrames() {
    SynthClip one = ClipGenerator.generate(new ClipSpec(5, 160, 90, 10));
    SynthClip two = ClipGenerator.generate(new ClipSpec(5, 160, 90, 10));
    byte[] late = two.frame(7).data();
    assertThat(one.frame(3).data()).isEqualTo(two.frame(3).data());
    assertThat(one.frame(7).data()).isEqualTo(late);
    assertThat(one.labels(7).labels()).isEqualTo(two.labels(7).labels());
    assertThat(ClipGenerator.generate(new ClipSpec(6, 160, 90, 10)).frame(3).data())
        .isNotEqualTo(one.frame(3).data());
  }

  @Test
  void objectsShowMoveAndCoverManyKinds() {
    Set<String> names = new HashSet<>();
    int shown = 0;
    int moved = 0;
    for (long seed = 0; seed < 24; seed++) {
      SynthClip clip = ClipGenerator.generate(new ClipSpec(seed, 160, 90, 20));
      names.addAll(clip.objectNames());
      shown += clip.labels(0).ids().isEmpty() ? 0 : 1;
      moved += clip.labels(0).mask(1).equals(clip.labels(19).mask(1)) ? 0 : 1;
    }
    assertThat(names).contains("animal", "walker", "car", "ball", "bird", "balloon");
    assertThat(shown).isEqualTo(24);
    assertThat(moved).isGreaterThan(20);
  }

  @Test
  void refusesSizesThatMakeNoPicture() {
    assertThatThrownBy(() -> new ClipSpec(1, 10, 10, 5))
        .isInstanceOf(UserError.Invalid.class)
        .hasMessageContaining("10x10");
  }
}
