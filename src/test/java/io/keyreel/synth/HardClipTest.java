package io.keyreel.synth;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HardClipTest {
  private static final ClipSpec SPEC = new ClipSpec(7, 160, 120, 6);

  @Test
  void theSameSeedGivesTheSamePixelsAndAnotherSeedOthers() {
    byte[] once = HardClip.of(SPEC).frame(3).data();
    assertThat(HardClip.of(SPEC).frame(3).data()).isEqualTo(once);
    assertThat(HardClip.of(new ClipSpec(8, 160, 120, 6)).frame(3).data()).isNotEqualTo(once);
  }

  @Test
  void everySeedHasAnObjectThatIsSeenAndMoves() {
    int seen = 0;
    int moved = 0;
    for (long seed = 0; seed < 12; seed++) {
      HardClip clip = HardClip.of(new ClipSpec(seed, 160, 120, 6));
      assertThat(clip.objectNames()).isNotEmpty();
      seen += clip.labels(3).mask(1).isEmpty() ? 0 : 1;
      moved += clip.labels(0).mask(1).equals(clip.labels(5).mask(1)) ? 0 : 1;
    }
    assertThat(seen).isGreaterThanOrEqualTo(8);
    assertThat(moved).isGreaterThanOrEqualTo(8);
  }
}
