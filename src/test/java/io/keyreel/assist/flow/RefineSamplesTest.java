package io.keyreel.assist.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyreel.assist.PropagationRequest;
import io.keyreel.assist.TrackKeyframes;
import io.keyreel.geometry.Mask;
import io.keyreel.kernel.FrameRange;
import io.keyreel.synth.ClipSpec;
import io.keyreel.synth.HardClip;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RefineSamplesTest {
  private static final UUID TRACK = new UUID(0, 1);

  @TempDir Path folder;

  @Test
  void everySampleHasAllMapsItsTruthAndALine() throws IOException {
    HardClip clip = HardClip.of(new ClipSpec(3, 192, 128, 5));
    Mask first = clip.labels(0).mask(1);
    Mask last = clip.labels(4).mask(1);
    PropagationRequest request =
        new PropagationRequest(
            clip,
            List.of(new TrackKeyframes(TRACK, Map.of(0, first, 4, last))),
            new FrameRange(0, 5),
            List.of());
    int size;
    try (RefineSamples samples = new RefineSamples(folder, false)) {
      samples.add(request, (track, frame) -> clip.labels(frame).mask(1), 3);
      size = samples.size();
    }
    assertThat(size).isBetween(1, 3);
    assertThat(Files.size(folder.resolve("planes.u8")))
        .isEqualTo((long) size * Crop.PLANES * Crop.AREA);
    assertThat(Files.size(folder.resolve("truth.u8"))).isEqualTo((long) size * Crop.AREA);
    assertThat(Files.readAllLines(folder.resolve("index.csv"))).hasSize(size + 1);
  }
}
