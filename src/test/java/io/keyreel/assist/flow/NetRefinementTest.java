package io.keyreel.assist.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyreel.assist.PropagationRequest;
import io.keyreel.assist.TrackKeyframes;
import io.keyreel.assist.models.ModelCard;
import io.keyreel.assist.models.ModelRegistry;
import io.keyreel.assist.onnx.OnnxCheck;
import io.keyreel.geometry.Mask;
import io.keyreel.geometry.Metrics;
import io.keyreel.kernel.Cancellation;
import io.keyreel.kernel.FrameRange;
import io.keyreel.kernel.Progress;
import io.keyreel.synth.ClipSpec;
import io.keyreel.synth.HardClip;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NetRefinementTest {
  private static final UUID TRACK = new UUID(0, 1);
  private static final int FRAMES = 9;

  @TempDir Path folder;

  @Test
  void aMissingPackLeavesOpticalFlowAlone() {
    ModelRegistry registry = new ModelRegistry(List.of(), new OnnxCheck(), folder);
    assertThat(NetRefinement.load(registry, "nowhere")).isSameAs(Refinement.NONE);
  }

  @Test
  void aPackWhoseNetWasAlteredLeavesOpticalFlowAlone() throws IOException {
    Path pack = Files.createDirectories(folder.resolve("altered"));
    String card = new String(shipped(ModelCard.FILE_NAME), StandardCharsets.UTF_8);
    Files.writeString(
        pack.resolve(ModelCard.FILE_NAME), card.replace("name: refine\n", "name: altered\n"));
    byte[] net = shipped("net.onnx");
    ModelRegistry registry = new ModelRegistry(List.of(), new OnnxCheck(), folder);
    Files.write(pack.resolve("net.onnx"), net);
    Refinement whole = NetRefinement.load(registry, "altered");
    assertThat(whole.active(View.lines(320, 180, 480))).isTrue();
    assertThat(whole.active(View.lines(224, 126, 480))).as("too coarse").isFalse();
    net[net.length / 2] ^= 1;
    Files.write(pack.resolve("net.onnx"), net);
    Files.setLastModifiedTime(
        pack.resolve("net.onnx"), java.nio.file.attribute.FileTime.fromMillis(1));
    assertThat(NetRefinement.load(registry, "altered")).isSameAs(Refinement.NONE);
  }

  @Test
  void generatedClipsItNeverSawComeOutBetterAndTheSameOnAnyNumberOfThreads() {
    double without = 0;
    double with = 0;
    for (long seed = 900_000; seed < 900_003; seed++) {
      HardClip clip = HardClip.of(new ClipSpec(seed, 256, 192, FRAMES));
      List<Mask> plain = carry(clip, new FlowPropagator(2, (t, f, v) -> {}, Refinement.NONE));
      List<Mask> refined = carry(clip, new FlowPropagator(2));
      assertThat(carry(clip, new FlowPropagator(1))).isEqualTo(refined);
      without += quality(clip, plain);
      with += quality(clip, refined);
    }
    assertThat(with).isGreaterThan(without);
  }

  private static byte[] shipped(String file) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(
            NetRefinementTest.class.getResourceAsStream("/models/refine/" + file))) {
      return in.readAllBytes();
    }
  }

  private static List<Mask> carry(HardClip clip, FlowPropagator engine) {
    Map<Integer, Mask> drawn =
        Map.of(0, clip.labels(0).mask(1), FRAMES - 1, clip.labels(FRAMES - 1).mask(1));
    List<Mask> masks = new ArrayList<>();
    engine.propagate(
        new PropagationRequest(
            clip, List.of(new TrackKeyframes(TRACK, drawn)), new FrameRange(0, FRAMES), List.of()),
        chunk -> chunk.results().forEach(result -> masks.add(result.mask())),
        Progress.NONE,
        Cancellation.NEVER);
    return masks;
  }

  private static double quality(HardClip clip, List<Mask> masks) {
    double sum = 0;
    for (int i = 0; i < masks.size(); i++) {
      sum += Metrics.iou(masks.get(i), clip.labels(i + 1).mask(1));
    }
    return sum / masks.size();
  }
}
