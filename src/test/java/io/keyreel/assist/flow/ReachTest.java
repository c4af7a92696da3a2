package io.keyreel.assist.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyreel.assist.FrameResult;
import io.keyreel.assist.PropagationRequest;
import io.keyreel.geometry.Metrics;
import io.keyreel.kernel.FrameRange;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Shots that are longer than what a mask is carried over in one go. */
class ReachTest {
  private static final int FRAMES = 260;
  private static final long SEED = 21;

  /** Where a window begins. */
  private static final int STOPPED = 173;

  private final Scenes scenes = new Scenes(SEED, FRAMES, 128, 96);

  private SortedMap<Integer, FrameResult> run(List<Integer> keyframes, FrameRange range) {
    return run(keyframes, range, PropagationRequest.Earlier.NOTHING);
  }

  private SortedMap<Integer, FrameResult> run(
      List<Integer> keyframes, FrameRange range, PropagationRequest.Earlier earlier) {
    PropagationRequest request =
        new PropagationRequest(
            scenes, List.of(scenes.keyframes(1, keyframes)), range, List.of(), earlier);
    return Scenes.run(new FlowPropagator(2), request).get(Scenes.track(1));
  }

  private double meanIou(SortedMap<Integer, FrameResult> results) {
    return results.entrySet().stream()
        .mapToDouble(e -> Metrics.iou(e.getValue().mask(), scenes.truth(1, e.getKey())))
        .average()
        .orElseThrow();
  }

  private static double confidence(SortedMap<Integer, FrameResult> results) {
    return results.values().stream().mapToDouble(FrameResult::confidence).average().orElseThrow();
  }

  @Test
  void oneKeyframeFillsTheWholeShotWithFallingConfidenceAndGoesOnAfterAStop() {
    SortedMap<Integer, FrameResult> whole = run(List.of(0), new FrameRange(0, FRAMES));
    assertThat(whole.keySet())
        .containsExactlyElementsOf(IntStream.range(1, FRAMES).boxed().toList());
    assertThat(meanIou(whole)).isGreaterThan(0.6);
    assertThat(confidence(whole.tailMap(200))).isLessThan(confidence(whole.headMap(60)) - 0.1);

    SortedMap<Integer, FrameResult> rest =
        run(List.of(0), new FrameRange(STOPPED, FRAMES), (track, frame) -> whole.get(frame));
    assertThat(rest.firstKey()).isEqualTo(STOPPED);
    assertThat(rest).isEqualTo(whole.tailMap(STOPPED));
  }

  @Test
  void farKeyframesLeadFromBothSides() {
    SortedMap<Integer, FrameResult> between =
        run(List.of(0, FRAMES - 1), new FrameRange(0, FRAMES));
    assertThat(between).hasSize(FRAMES - 2);
    SortedMap<Integer, FrameResult> ahead = run(List.of(0), new FrameRange(180, FRAMES));
    assertThat(meanIou(between.tailMap(180))).isGreaterThan(meanIou(ahead));
  }

  @Test
  void theLastKeyframeLeadsBackToTheStartOfTheShot() {
    SortedMap<Integer, FrameResult> back = run(List.of(FRAMES - 1), new FrameRange(0, FRAMES));
    assertThat(back).hasSize(FRAMES - 1);
    assertThat(back.get(0).confidence()).isLessThan(back.get(FRAMES - 2).confidence());
  }
}
