package io.keyreel.cli;

import io.keyreel.cli.SegmentOverlaps.Pair;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * VPQ (Kim et al., 2020). In each window of k frames, segments are tubes; a predicted and a true
 * tube of one class match when their IoU is over a half. Over all windows and clips, a class has
 * the quality Σ IoU / (matches + ½ unmatched predictions + ½ unmatched truths); VPQ is the mean
 * over classes, then over k. Void pixels count nowhere, and a prediction that lies on void by more
 * than half is no mistake.
 */
final class PanopticQuality {
  private static final List<Integer> WINDOWS = List.of(1, 5, 10, 15);
  private static final double MATCH = 0.5;

  private final Map<Integer, Map<String, Tally>> tallies = new TreeMap<>();

  private static final class Tally {
    private double overlap;
    private int matches;
    private int missed;
    private int wrong;

    double quality() {
      return overlap / (matches + 0.5 * missed + 0.5 * wrong);
    }
  }

  PanopticQuality add(SegmentOverlaps clip) {
    for (int k : WINDOWS) {
      for (int from = 0; from + k <= clip.length(); from++) {
        addWindow(
            clip.window(from, from + k),
            clip.classes(),
            tallies.computeIfAbsent(k, length -> new HashMap<>()));
      }
    }
    return this;
  }

  private static void addWindow(
      Map<Pair, Long> pairs, SegmentClasses classes, Map<String, Tally> tallies) {
    Map<Integer, Long> truths = new HashMap<>();
    Map<Integer, Long> predictions = new HashMap<>();
    Map<Integer, Long> onVoid = new HashMap<>();
    pairs.forEach((pair, pixels) -> {
      if (pair.truth() == SegmentOverlaps.VOID) {
        onVoid.merge(pair.predicted(), pixels, Long::sum);
      } else {
        truths.merge(pair.truth(), pixels, Long::sum);
        predictions.merge(pair.predicted(), pixels, Long::sum);
      }
    });
    List<Integer> found = new ArrayList<>();
    List<Integer> right = new ArrayList<>();
    pairs.forEach((pair, common) -> {
      String name = classes.of(pair.truth());
      if (pair.truth() == SegmentOverlaps.VOID
          || name == null
          || !Objects.equals(name, classes.of(pair.predicted()))) {
        return;
      }
      long union =
          truths.getOrDefault(pair.truth(), common)
              + predictions.getOrDefault(pair.predicted(), common)
              - common;
      double iou = (double) common / union;
      if (iou > MATCH) {
        Tally tally = tallies.computeIfAbsent(name, n -> new Tally());
        tally.overlap += iou;
        tally.matches++;
        found.add(pair.truth());
        right.add(pair.predicted());
      }
    });
    truths.keySet().removeAll(found);
    truths.keySet().forEach(truth -> count(tallies, classes.of(truth)).missed++);
    onVoid.keySet().forEach(predicted -> predictions.putIfAbsent(predicted, 0L));
    predictions.keySet().removeAll(right);
    predictions.forEach((predicted, pixels) -> {
      if (onVoid.getOrDefault(predicted, 0L) <= pixels) {
        count(tallies, classes.of(predicted)).wrong++;
      }
    });
  }

  /** The background and what nobody declared has no class to be counted for. */
  private static Tally count(Map<String, Tally> tallies, @Nullable String name) {
    return name == null ? new Tally() : tallies.computeIfAbsent(name, n -> new Tally());
  }

  /** By the length of the window; lengths that no clip has are missing. */
  Map<Integer, Double> byWindow() {
    Map<Integer, Double> values = new TreeMap<>();
    tallies.forEach((k, byClass) ->
        values.put(k, byClass.values().stream().mapToDouble(Tally::quality).average().orElse(1)));
    return values;
  }

  double value() {
    return byWindow().values().stream().mapToDouble(v -> v).average().orElse(1);
  }
}
