package io.keyreel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyreel.assist.ChunkSink;
import io.keyreel.assist.FrameResult;
import io.keyreel.assist.PropagatedChunk;
import io.keyreel.assist.PropagationRequest;
import io.keyreel.assist.Propagator;
import io.keyreel.assist.TrackKeyframes;
import io.keyreel.assist.Visibility;
import io.keyreel.geometry.Mask;
import io.keyreel.kernel.Cancellation;
import io.keyreel.kernel.FrameRange;
import io.keyreel.kernel.Progress;
import io.keyreel.vision.Image;
import io.keyreel.vision.ImageCodec;
import io.keyreel.vision.IndexedPng;
import io.keyreel.vision.LabelImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A square walks a pixel a frame; the engine copies the nearest keyframe, and knows how far. */
class ScriptedAnnotatorTest {
  private static final int FRAMES = 21;

  @TempDir private Path folder;
  private ClipFolder clip;

  private static final class Copies implements Propagator {
    @Override
    public String name() {
      return "copies";
    }

    @Override
    public void propagate(
        PropagationRequest request, ChunkSink sink, Progress progress, Cancellation cancellation) {
      for (TrackKeyframes track : request.tracks()) {
        for (int t = request.range().from(); t < request.range().to(); t++) {
          if (!track.masks().containsKey(t)) {
            int frame = t;
            int nearest =
                track.masks().keySet().stream()
                    .min((a, b) -> Integer.compare(Math.abs(a - frame), Math.abs(b - frame)))
                    .orElseThrow();
            Mask mask = track.masks().get(nearest);
            double confidence = Math.max(0, 1 - 0.2 * Math.abs(nearest - frame));
            sink.accept(
                new PropagatedChunk(
                    track.track(),
                    new FrameRange(t, t + 1),
                    List.of(new FrameResult(mask, confidence, Visibility.VISIBLE))));
          }
        }
      }
    }
  }

  @BeforeEach
  void draw() throws IOException {
    Path frames = Files.createDirectories(folder.resolve("walk/frames"));
    Path masks = Files.createDirectories(folder.resolve("walk/masks"));
    for (int t = 0; t < FRAMES; t++) {
      Image image = new Image(128, 64, 3, new byte[128 * 64 * 3]);
      Files.write(frames.resolve("%05d.jpg".formatted(t)), ImageCodec.jpeg(image, 90, false));
      int x = t;
      Mask square = Mask.of(128, 64, (i, j) -> inside(i, x) && j >= 20 && j < 40);
      Files.write(
          masks.resolve("%05d.png".formatted(t)),
          IndexedPng.write(LabelImage.of(128, 64, Map.of(1, square))));
    }
    clip = ClipFolder.open(folder, List.of()).getFirst();
  }

  private static boolean inside(int i, int x) {
    return i >= x && i < x + 20;
  }

  private Annotated annotate(Placement placement, long seed) {
    return new ScriptedAnnotator(clip, List.of(), new Copies(), placement, seed)
        .work(Progress.NONE);
  }

  @Test
  void addsKeyframesUntilWhatIsLeftIsGoodEnough() {
    Annotated annotated = annotate(Placement.LEAST_SURE, 1);
    assertThat(annotated.everyFrame()).isEqualTo(80.0 * FRAMES);
    assertThat(annotated.steps().getFirst().seconds()).isEqualTo(80);
    assertThat(annotated.steps()).hasSizeBetween(3, FRAMES - 2);
    assertThat(annotated.steps().getLast().j()).isGreaterThanOrEqualTo(0.9);
    assertThat(annotated.done()).isEqualTo(annotated.steps().getLast());
    assertThat(annotated.delivered()).isNotNull();
    assertThat(annotated.share(annotated.delivered()))
        .isLessThanOrEqualTo(annotated.share(annotated.done()));
  }

  @Test
  void paysForMasksCorrectionsAndLooks() {
    for (Placement placement : Placement.values()) {
      for (Annotated.Step step : annotate(placement, 3).steps()) {
        assertThat(step.seconds())
            .isEqualTo(80 * step.drawn() + 20 * step.corrected() + 1.5 * step.looks());
        assertThat(step.looks()).isEqualTo(step.drawn() + step.corrected() - 1);
      }
    }
  }

  @Test
  void randomPlacementIsTheSameForTheSameSeed() {
    assertThat(annotate(Placement.RANDOM, 5)).isEqualTo(annotate(Placement.RANDOM, 5));
    assertThat(annotate(Placement.RANDOM, 5)).isNotEqualTo(annotate(Placement.RANDOM, 6));
  }

  @Test
  void evenPlacementHalvesTheLongestGap() {
    List<Annotated.Step> steps = annotate(Placement.EVEN, 1).steps();
    assertThat(steps.get(1).j()).isGreaterThan(steps.getFirst().j());
    assertThat(steps.getLast().j()).isGreaterThanOrEqualTo(0.9);
  }

  @Test
  void theMedianOverClipsIsReported() {
    AnnotatorReport report =
        new AnnotatorTrial(new Copies(), 1, false).run(List.of(clip), Progress.NONE);
    Annotated only = report.of(Placement.EVEN).getFirst();
    assertThat(report.median(Placement.EVEN)).isEqualTo(only.share(only.done()));
    assertThat(report.clips()).containsOnlyKeys(Placement.values());
    assertThat(AnnotatorPage.of(report)).contains("<svg", "walk", "least sure");
    assertThat(report.json()).containsKeys("placements", "seconds", "enough");
  }
}
