package io.keyreel.assist.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyreel.assist.FrameResult;
import io.keyreel.assist.PropagationRequest;
import io.keyreel.assist.Propagator;
import io.keyreel.assist.TrackKeyframes;
import io.keyreel.geometry.Mask;
import io.keyreel.geometry.Metrics;
import io.keyreel.kernel.FrameRange;
import io.keyreel.synth.Trial;
import io.keyreel.synth.TrialClip;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the field finds hard, one hardship a clip, with a threshold that plain flow misses. */
class TrialsTest {
  private static final long SEED = 1;

  /**
   * @param iou mean over all frames that are no keyframes
   * @param gone share of the frames without the object in which no mask is shown; 1 if none
   * @param swapped frames in which a mask lies on the other object
   */
  private record Outcome(
      double iou, double gone, int swapped, Map<UUID, SortedMap<Integer, FrameResult>> results) {}

  private static Outcome run(Propagator engine, TrialClip clip, List<Integer> keyframes) {
    List<TrackKeyframes> tracks = new ArrayList<>();
    for (int object = 1; object <= clip.objects(); object++) {
      Map<Integer, Mask> drawn = new HashMap<>();
      for (int t : keyframes) {
        drawn.put(t, clip.labels(t).mask(object));
      }
      tracks.add(new TrackKeyframes(Scenes.track(object), drawn));
    }
    PropagationRequest request =
        new PropagationRequest(clip, tracks, new FrameRange(0, clip.frameCount()), clip.cuts());
    Map<UUID, SortedMap<Integer, FrameResult>> results = Scenes.run(engine, request);
    double sum = 0;
    int count = 0;
    int empty = 0;
    int right = 0;
    int swapped = 0;
    for (int object = 1; object <= clip.objects(); object++) {
      for (int t = 0; t < clip.frameCount(); t++) {
        if (keyframes.contains(t)) {
          continue;
        }
        Mask truth = clip.labels(t).mask(object);
        Mask mask = mask(clip, results, object, t);
        sum += Metrics.iou(mask, truth);
        count++;
        if (truth.isEmpty()) {
          empty++;
          right += mask.isEmpty() ? 1 : 0;
        }
        for (int other = 1; other <= clip.objects(); other++) {
          double onOther = Metrics.iou(mask, clip.labels(t).mask(other));
          swapped += other != object && !mask.isEmpty() && onOther > 0.5 ? 1 : 0;
        }
      }
    }
    return new Outcome(sum / count, empty == 0 ? 1 : (double) right / empty, swapped, results);
  }

  private static Mask mask(
      TrialClip clip, Map<UUID, SortedMap<Integer, FrameResult>> results, int object, int frame) {
    FrameResult result = results.getOrDefault(Scenes.track(object), new TreeMap<>()).get(frame);
    return result == null ? Mask.empty(clip.width(), clip.height()) : result.mask();
  }

  /** The engine reaches the threshold, the reference flow does not. */
  private static Outcome better(Trial trial, double threshold) {
    TrialClip clip = TrialClip.of(trial, SEED);
    List<Integer> ends = List.of(0, clip.frameCount() - 1);
    Outcome ours = run(new FlowPropagator(2), clip, ends);
    assertThat(ours.iou()).as("engine").isGreaterThan(threshold);
    assertThat(run(new ReferencePropagator(), clip, ends).iou())
        .as("reference")
        .isLessThan(threshold);
    return ours;
  }

  @Test
  void theExposureJumps() {
    better(Trial.EXPOSURE, 0.85);
  }

  @Test
  void threeSecondsBehindAWallAndBack() {
    TrialClip clip = TrialClip.of(Trial.OCCLUSION, SEED);
    Outcome ours = run(new FlowPropagator(2), clip, List.of(0));
    assertThat(ours.gone()).isGreaterThan(0.9);
    double back = 0;
    for (int t = 100; t < 120; t++) {
      back += Metrics.iou(mask(clip, ours.results(), 1, t), clip.labels(t).mask(1)) / 20;
    }
    assertThat(back).as("after the return, with no keyframe there").isGreaterThan(0.4);
    List<Integer> ends = List.of(0, clip.frameCount() - 1);
    assertThat(run(new ReferencePropagator(), clip, ends).gone()).isLessThan(0.6);
  }

  @Test
  void whatTheCameraTurnsAwayFromIsGoneAndFoundAgain() {
    TrialClip clip = TrialClip.of(Trial.REENTRY, SEED);
    Outcome ours = run(new FlowPropagator(2), clip, List.of(0));
    assertThat(ours.gone()).isGreaterThan(0.8);
    assertThat(afterReturn(clip, ours)).isGreaterThan(0.45);
    assertThat(afterReturn(clip, run(new ReferencePropagator(), clip, List.of(0)))).isLessThan(0.3);
  }

  /** Mean over the frames that show the object after the first one that does not. */
  private static double afterReturn(TrialClip clip, Outcome outcome) {
    int left = 0;
    while (!clip.labels(left).mask(1).isEmpty()) {
      left++;
    }
    double sum = 0;
    int count = 0;
    for (int t = left; t < clip.frameCount(); t++) {
      Mask truth = clip.labels(t).mask(1);
      if (!truth.isEmpty()) {
        sum += Metrics.iou(mask(clip, outcome.results(), 1, t), truth);
        count++;
      }
    }
    return sum / count;
  }

  @Test
  void twoOfTheSameLooksCrossWithoutSwapping() {
    assertThat(better(Trial.LOOKALIKES, 0.66).swapped()).isZero();
  }

  @Test
  void aHardCut() {
    better(Trial.CUT, 0.8);
  }

  @Test
  void aFadeThroughBlack() {
    better(Trial.FADE, 0.78);
  }

  @Test
  void aHundredAndSixtyByAHundredAndTwentyPixels() {
    better(Trial.TINY, 0.86);
  }

  @Test
  void heavyCompression() {
    better(Trial.COMPRESSION, 0.8);
  }

  @Test
  void fastAndBlurred() {
    better(Trial.BLUR, 0.8);
  }
}
