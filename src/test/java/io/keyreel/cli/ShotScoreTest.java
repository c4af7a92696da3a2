package io.keyreel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyreel.synth.ClipGenerator;
import io.keyreel.synth.ClipSpec;
import io.keyreel.vision.Image;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The shot detector on generated clips that are cut together by chance. */
class ShotScoreTest {
  private static final int CLIPS = 12;
  private static final int REELS = 6;

  @Test
  void cutsFadesAndDissolvesAreFoundAndNothingElse() {
    List<List<Image>> clips = new ArrayList<>();
    ShotScore alone = new ShotScore();
    for (int i = 0; i < CLIPS; i++) {
      List<Image> clip =
          ShotsCommand.small(ClipGenerator.generate(new ClipSpec(900 + i, 160, 96, 60)));
      clips.add(clip);
      alone.add("clip " + i, ShotReel.unedited(clip));
    }
    ShotScore edited = new ShotScore();
    for (int i = 0; i < REELS; i++) {
      edited.add("reel " + i, ShotReel.edited(clips, new Random(i)));
    }

    assertThat(alone.errors()).isEmpty();
    assertThat(edited.cuts.f1()).as("cuts: %s", edited.cuts).isGreaterThanOrEqualTo(0.98);
    assertThat(edited.gradual.f1()).as("gradual: %s", edited.gradual).isGreaterThanOrEqualTo(0.85);
    assertThat(edited.gradual.invented()).isLessThanOrEqualTo(1);
  }
}
