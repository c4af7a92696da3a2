package io.keyreel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyreel.assist.PropagationRequest;
import io.keyreel.assist.TrackKeyframes;
import io.keyreel.assist.flow.FlowPropagator;
import io.keyreel.geometry.Mask;
import io.keyreel.kernel.Cancellation;
import io.keyreel.kernel.FrameRange;
import io.keyreel.kernel.Progress;
import io.keyreel.synth.ClipSpec;
import io.keyreel.synth.PanopticClip;
import io.keyreel.vision.LabelImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Sky, hills, trees, field and road are carried along with the things in front of them. */
class PanopticPropagationTest {
  private static final int FRAMES = 17;

  private final PanopticClip clip = PanopticClip.of(new ClipSpec(7, 192, 108, FRAMES));
  private final int objects = clip.objectNames().size();
  private final List<LabelImage> truth = IntStream.range(0, FRAMES).mapToObj(clip::labels).toList();

  private SegmentClasses classes() {
    Map<Integer, String> names = new TreeMap<>();
    IntStream.rangeClosed(1, objects).forEach(i -> names.put(i, clip.objectNames().get(i - 1)));
    return new SegmentClasses(
        names,
        clip.objectNames().subList(clip.things(), objects).stream().collect(Collectors.toSet()));
  }

  /** Things are drawn more often than stuff. */
  private Map<Integer, Map<Integer, Mask>> carried() {
    List<TrackKeyframes> tracks = new ArrayList<>();
    Map<Integer, Map<Integer, Mask>> masks = new TreeMap<>();
    for (int object = 1; object <= objects; object++) {
      Map<Integer, Mask> drawn = new TreeMap<>();
      for (int t = 0; t < FRAMES; t += object <= clip.things() ? 4 : 8) {
        drawn.put(t, truth.get(t).mask(object));
      }
      tracks.add(new TrackKeyframes(new UUID(0, object), drawn));
      masks.put(object, new TreeMap<>(drawn));
    }
    FlowPropagator.plain()
        .propagate(
            new PropagationRequest(clip, tracks, new FrameRange(0, FRAMES), List.of()),
            chunk -> {
              for (int i = 0; i < chunk.results().size(); i++) {
                masks
                    .get((int) chunk.track().getLeastSignificantBits())
                    .put(chunk.frames().from() + i, chunk.results().get(i).mask());
              }
            },
            Progress.NONE,
            Cancellation.NEVER);
    return masks;
  }

  @Test
  void noPixelIsTwoThingsAndFewAreNone() {
    Map<Integer, Map<Integer, Mask>> masks = carried();
    SegmentOverlaps segments = new SegmentOverlaps(classes());
    long twice = 0;
    long none = 0;
    long all = 0;
    for (int t = 0; t < FRAMES; t++) {
      Mask union = Mask.empty(clip.width(), clip.height());
      Map<Integer, Mask> here = new TreeMap<>();
      for (Map.Entry<Integer, Map<Integer, Mask>> of : masks.entrySet()) {
        Mask mask = of.getValue().get(t);
        here.put(of.getKey(), mask);
        twice += union.intersection(mask);
        union = union.or(mask);
      }
      int labelled = 0;
      for (byte label : truth.get(t).labels()) {
        labelled += label == 0 ? 0 : 1;
      }
      none += Math.max(0, labelled - union.area());
      all += labelled;
      if (t % 4 != 0) {
        segments.add(truth.get(t), LabelImage.of(clip.width(), clip.height(), here));
      }
    }
    double vpq = new PanopticQuality().add(segments).value();
    TrackingQuality stq = new TrackingQuality().add(segments);
    String figures =
        "VPQ %.3f STQ %.3f (AQ %.3f SQ %.3f), twice %d, none %d of %d"
            .formatted(vpq, stq.value(), stq.association(), stq.segmentation(), twice, none, all);
    assertThat(twice).as(figures).isZero();
    assertThat((double) none / all).as(figures).isLessThan(0.01);
    assertThat(vpq).as(figures).isGreaterThan(0.85);
    assertThat(stq.value()).as(figures).isGreaterThan(0.85);
  }
}
