package io.keyreel.assist.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyreel.assist.FrameResult;
import io.keyreel.assist.PropagatedChunk;
import io.keyreel.assist.PropagationRequest;
import io.keyreel.assist.TrackKeyframes;
import io.keyreel.assist.Visibility;
import io.keyreel.geometry.BoxShape;
import io.keyreel.geometry.Mask;
import io.keyreel.geometry.Masks;
import io.keyreel.geometry.Metrics;
import io.keyreel.kernel.Cancellation;
import io.keyreel.kernel.FrameRange;
import io.keyreel.kernel.Progress;
import io.keyreel.kernel.UserError;
import io.keyreel.synth.Trial;
import io.keyreel.synth.TrialClip;
import io.keyreel.vision.FrameSource;
import io.keyreel.vision.Image;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class FlowPropagatorTest {
  private static final double MARGIN = 0.02;

  private record Sample(double iou, double confidence) {}

  @Test
  void beatsMasksCarriedByPlainFlowAndKnowsWhereItIsWeak() {
    List<Sample> samples = new ArrayList<>();
    double plain = 0;
    for (long seed : new long[] {3, 11, 12, 17}) {
      Scenes scenes = new Scenes(seed, 15);
      PropagationRequest request = scenes.request(List.of(0, 14), List.of());
      var results = Scenes.run(new FlowPropagator(2), request);
      for (TrackKeyframes track : request.tracks()) {
        int object = (int) track.track().getLeastSignificantBits();
        SortedMap<Integer, FrameResult> of = results.get(track.track());
        Map<Integer, Mask> chained = PlainFlow.carry(scenes, track, 0, 14);
        assertThat(of.keySet()).containsExactlyElementsOf(chained.keySet());
        of.forEach((t, result) ->
            samples.add(
                new Sample(
                    Metrics.iou(result.mask(), scenes.truth(object, t)), result.confidence())));
        plain +=
            chained.entrySet().stream()
                .mapToDouble(e -> Metrics.iou(e.getValue(), scenes.truth(object, e.getKey())))
                .sum();
      }
    }
    double ours = samples.stream().mapToDouble(Sample::iou).average().orElseThrow();
    assertThat(ours).isGreaterThan(plain / samples.size() + MARGIN);

    assertThat(samples).allMatch(s -> s.confidence() >= 0 && s.confidence() <= 1);
    List<Sample> sorted =
        samples.stream().sorted(Comparator.comparingDouble(Sample::confidence)).toList();
    double doubtful = mean(sorted.subList(0, sorted.size() / 3));
    double sure = mean(sorted.subList(sorted.size() * 2 / 3, sorted.size()));
    assertThat(sure).isGreaterThan(doubtful + 0.03);
  }

  private static double mean(List<Sample> samples) {
    return samples.stream().mapToDouble(Sample::iou).average().orElseThrow();
  }

  @Test
  void givesTheSameOnOneThreadAndOnThree() {
    Scenes scenes = new Scenes(1, 8);
    PropagationRequest request = scenes.request(List.of(0, 7), List.of());
    assertThat(Scenes.run(new FlowPropagator(3), request))
        .isEqualTo(Scenes.run(new FlowPropagator(1), request));
  }

  @Test
  void noPixelBelongsToTwoObjects() {
    Scenes scenes = new Scenes(1, 9);
    assertThat(scenes.objects()).isGreaterThan(1);
    var results = Scenes.run(new FlowPropagator(2), scenes.request(List.of(0, 8), List.of()));
    for (int t = 1; t < 8; t++) {
      Mask taken = Mask.empty(scenes.width(), scenes.height());
      for (SortedMap<Integer, FrameResult> track : results.values()) {
        Mask mask = track.get(t).mask();
        assertThat(mask.intersection(taken)).isZero();
        taken = taken.or(mask);
      }
    }
  }

  @Test
  void neverCarriesOverAShotBoundary() {
    Scenes first = new Scenes(4, 6);
    Scenes other = new Scenes(17, 6);
    FrameSource both = new Joined(first, other);
    PropagationRequest request =
        new PropagationRequest(
            both, List.of(first.keyframes(1, List.of(2))), new FrameRange(0, 12), List.of(6));
    SortedMap<Integer, FrameResult> results =
        Scenes.run(new FlowPropagator(2), request).get(Scenes.track(1));
    assertThat(results.keySet()).containsExactly(0, 1, 3, 4, 5);
  }

  @Test
  void looksForTheObjectAgainAfterACut() {
    TrialClip clip = TrialClip.of(Trial.CUT, 1);
    TrackKeyframes track = new TrackKeyframes(Scenes.track(1), Map.of(20, clip.labels(20).mask(1)));
    PropagationRequest request =
        new PropagationRequest(clip, List.of(track), new FrameRange(20, 44), clip.cuts());
    SortedMap<Integer, FrameResult> results =
        Scenes.run(new FlowPropagator(2), request).get(Scenes.track(1)).tailMap(30);
    assertThat(results).isNotEmpty();
    assertThat(
            results.entrySet().stream()
                .mapToDouble(e -> Metrics.iou(e.getValue().mask(), clip.labels(e.getKey()).mask(1)))
                .average()
                .orElseThrow())
        .isGreaterThan(0.4);
  }

  /** One clip after another. */
  private record Joined(FrameSource first, FrameSource second) implements FrameSource {
    @Override
    public int width() {
      return first.width();
    }

    @Override
    public int height() {
      return first.height();
    }

    @Override
    public int frameCount() {
      return first.frameCount() + second.frameCount();
    }

    @Override
    public Image frame(int number) {
      int count = first.frameCount();
      return number < count ? first.frame(number) : second.frame(number - count);
    }
  }

  @Test
  void fillsOnlyTheRangeButLetsKeyframesOutsideLead() {
    Scenes scenes = new Scenes(4, 10);
    PropagationRequest request =
        new PropagationRequest(
            scenes, List.of(scenes.keyframes(1, List.of(0, 9))), new FrameRange(4, 6), List.of());
    var results = Scenes.run(new FlowPropagator(2), request);
    assertThat(results.get(Scenes.track(1)).keySet()).containsExactly(4, 5);
    assertThat(results.get(Scenes.track(1)).get(4).mask().isEmpty()).isFalse();
  }

  @Test
  void tracksMayHaveKeyframesOfTheirOwn() {
    Scenes scenes = new Scenes(1, 9);
    PropagationRequest request =
        new PropagationRequest(
            scenes,
            List.of(scenes.keyframes(1, List.of(0, 8)), scenes.keyframes(2, List.of(4))),
            new FrameRange(0, 9),
            List.of());
    var results = Scenes.run(new FlowPropagator(2), request);
    assertThat(results.get(Scenes.track(1)).keySet()).containsExactly(1, 2, 3, 4, 5, 6, 7);
    assertThat(results.get(Scenes.track(2)).keySet()).containsExactly(0, 1, 2, 3, 5, 6, 7, 8);
  }

  @Test
  void anObjectDrawnNowhereIsAbsentEverywhere() {
    Scenes scenes = new Scenes(4, 6);
    Mask none = Mask.empty(scenes.width(), scenes.height());
    PropagationRequest request =
        new PropagationRequest(
            scenes,
            List.of(new TrackKeyframes(Scenes.track(1), Map.of(0, none, 5, none))),
            new FrameRange(0, 6),
            List.of());
    var results = Scenes.run(new FlowPropagator(2), request);
    assertThat(results.get(Scenes.track(1)).values())
        .hasSize(4)
        .allMatch(r -> r.mask().isEmpty() && r.visibility() == Visibility.ABSENT);
  }

  @Test
  void beforeAKeyframeThatSaysGoneTheObjectIsGone() {
    Scenes scenes = new Scenes(4, 8);
    Mask drawn = Masks.of(new BoxShape(100, 40, 40, 30, 0), scenes.width(), scenes.height());
    Mask none = Mask.empty(scenes.width(), scenes.height());
    PropagationRequest request =
        new PropagationRequest(
            scenes,
            List.of(new TrackKeyframes(Scenes.track(1), Map.of(0, drawn, 7, none))),
            new FrameRange(0, 8),
            List.of());
    SortedMap<Integer, FrameResult> results =
        Scenes.run(new FlowPropagator(2), request).get(Scenes.track(1));
    assertThat(results.get(1).mask().isEmpty()).isFalse();
    assertThat(results.get(6).mask().isEmpty()).isTrue();
    assertThat(results.get(6).visibility()).isNotEqualTo(Visibility.VISIBLE);
  }

  @Test
  void stopsWhenAskedAndHandsOutNothingMore() {
    Scenes scenes = new Scenes(4, 12);
    PropagationRequest request = scenes.request(List.of(0, 11), List.of());
    AtomicBoolean stop = new AtomicBoolean();
    List<PropagatedChunk> chunks = new ArrayList<>();
    Progress progress = (fraction, message) -> stop.set(true);
    Cancellation cancellation = stop::get;
    assertThatThrownBy(
            () -> new FlowPropagator(2).propagate(request, chunks::add, progress, cancellation))
        .isInstanceOf(CancellationException.class);
    assertThat(chunks).isEmpty();
  }

  @Test
  void chunksStaySmallOnALongTail() {
    Scenes scenes = new Scenes(4, 60);
    PropagationRequest request =
        new PropagationRequest(
            scenes, List.of(scenes.keyframes(1, List.of(0))), new FrameRange(0, 60), List.of());
    List<PropagatedChunk> chunks = new ArrayList<>();
    new FlowPropagator(2).propagate(request, chunks::add, Progress.NONE, Cancellation.NEVER);
    assertThat(chunks).allMatch(c -> c.results().size() <= 48);
    assertThat(chunks.stream().mapToInt(c -> c.results().size()).sum()).isEqualTo(59);
  }

  @Test
  void refusesMasksOfAnotherSize() {
    Scenes scenes = new Scenes(4, 3);
    TrackKeyframes track = new TrackKeyframes(Scenes.track(1), Map.of(0, Mask.empty(9, 9)));
    assertThatThrownBy(
            () -> new PropagationRequest(scenes, List.of(track), new FrameRange(0, 3), List.of()))
        .isInstanceOf(UserError.Invalid.class)
        .hasMessageContaining("240 by 136");
  }
}
