package io.keyreel.cli;

import io.keyreel.cli.SegmentOverlaps.Pair;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * STQ (Weber et al., 2021): the geometric mean of association quality, over the true tracks of
 * things, and segmentation quality, the mean IoU of classes; both over whole clips, in pixels, void
 * left out.
 */
final class TrackingQuality {
  private double association;
  private int tracks;
  private final Map<String, Long> common = new HashMap<>();
  private final Map<String, Long> either = new HashMap<>();

  TrackingQuality add(SegmentOverlaps clip) {
    SegmentClasses classes = clip.classes();
    Map<Integer, Long> truths = new HashMap<>();
    Map<Integer, Long> predictions = new HashMap<>();
    Map<Pair, Long> all = new HashMap<>(clip.all());
    all.keySet().removeIf(pair -> pair.truth() == SegmentOverlaps.VOID);
    all.forEach((pair, pixels) -> {
      truths.merge(pair.truth(), pixels, Long::sum);
      predictions.merge(pair.predicted(), pixels, Long::sum);
      String truth = classes.of(pair.truth());
      String predicted = classes.of(pair.predicted());
      if (truth != null) {
        either.merge(truth, pixels, Long::sum);
      }
      if (predicted != null && !predicted.equals(truth)) {
        either.merge(predicted, pixels, Long::sum);
      }
      if (truth != null && Objects.equals(truth, predicted)) {
        common.merge(truth, pixels, Long::sum);
      }
    });
    tracks += (int) truths.keySet().stream().filter(classes::isThing).count();
    all.forEach((pair, pixels) -> {
      if (classes.isThing(pair.truth()) && classes.isThing(pair.predicted())) {
        long truth = truths.getOrDefault(pair.truth(), pixels);
        long union = truth + predictions.getOrDefault(pair.predicted(), pixels) - pixels;
        association += (double) pixels / truth * pixels / union;
      }
    });
    return this;
  }

  /** AQ; 1 where there are no things. */
  double association() {
    return tracks == 0 ? 1 : association / tracks;
  }

  /** SQ. */
  double segmentation() {
    return either.entrySet().stream()
        .mapToDouble(e -> (double) common.getOrDefault(e.getKey(), 0L) / e.getValue())
        .average()
        .orElse(1);
  }

  double value() {
    return Math.sqrt(association() * segmentation());
  }
}
