package io.keyreel.cli;

import io.keyreel.vision.LabelImage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** VPQ and STQ straight from their definitions, on sets of pixels. */
final class SlowPanoptic {
  private record Pixel(int frame, int index) {}

  private final SegmentClasses classes;
  private final List<LabelImage> truth;
  private final List<LabelImage> predicted;

  SlowPanoptic(SegmentClasses classes, List<LabelImage> truth, List<LabelImage> predicted) {
    this.classes = classes;
    this.truth = truth;
    this.predicted = predicted;
  }

  private Set<Pixel> pixels(List<LabelImage> images, int id, int from, int to) {
    Set<Pixel> pixels = new HashSet<>();
    for (int t = from; t < to; t++) {
      for (int i = 0; i < images.get(t).labels().length; i++) {
        if ((images.get(t).labels()[i] & 0xff) == id) {
          pixels.add(new Pixel(t, i));
        }
      }
    }
    return pixels;
  }

  private static Set<Pixel> common(Set<Pixel> a, Set<Pixel> b) {
    Set<Pixel> both = new HashSet<>(a);
    both.retainAll(b);
    return both;
  }

  private static Set<Pixel> without(Set<Pixel> a, Set<Pixel> b) {
    Set<Pixel> left = new HashSet<>(a);
    left.removeAll(b);
    return left;
  }

  double vpq() {
    List<Double> byLength = new ArrayList<>();
    for (int k : new int[] {1, 5, 10, 15}) {
      if (k <= truth.size()) {
        byLength.add(vpq(k));
      }
    }
    return mean(byLength);
  }

  private double vpq(int k) {
    List<Double> qualities = new ArrayList<>();
    for (String name : new TreeSet<>(classes.names().values())) {
      double overlap = 0;
      int matches = 0;
      int missed = 0;
      int wrong = 0;
      for (int from = 0; from + k <= truth.size(); from++) {
        Set<Pixel> unknown = pixels(truth, SegmentOverlaps.VOID, from, from + k);
        Set<Integer> used = new HashSet<>();
        for (int g : of(name)) {
          Set<Pixel> tube = pixels(truth, g, from, from + k);
          boolean met = false;
          for (int p : of(name)) {
            Set<Pixel> guess = without(pixels(predicted, p, from, from + k), unknown);
            Set<Pixel> union = new HashSet<>(tube);
            union.addAll(guess);
            double iou = union.isEmpty() ? 0 : (double) common(tube, guess).size() / union.size();
            if (iou > 0.5) {
              overlap += iou;
              matches++;
              met = true;
              used.add(p);
            }
          }
          missed += tube.isEmpty() || met ? 0 : 1;
        }
        for (int p : of(name)) {
          Set<Pixel> guess = pixels(predicted, p, from, from + k);
          boolean onVoid = 2 * common(guess, unknown).size() > guess.size();
          wrong += guess.isEmpty() || onVoid || used.contains(p) ? 0 : 1;
        }
      }
      if (matches + missed + wrong > 0) {
        qualities.add(overlap / (matches + 0.5 * missed + 0.5 * wrong));
      }
    }
    return mean(qualities);
  }

  private List<Integer> of(String name) {
    return classes.names().keySet().stream()
        .filter(id -> Objects.equals(classes.of(id), name))
        .toList();
  }

  double stq() {
    int n = truth.size();
    Set<Pixel> unknown = pixels(truth, SegmentOverlaps.VOID, 0, n);
    List<Double> tracks = new ArrayList<>();
    for (int g : classes.names().keySet()) {
      Set<Pixel> track = pixels(truth, g, 0, n);
      if (classes.isThing(g) && !track.isEmpty()) {
        double sum = 0;
        for (int p : classes.names().keySet()) {
          Set<Pixel> guess = without(pixels(predicted, p, 0, n), unknown);
          double right = common(track, guess).size();
          if (classes.isThing(p) && right > 0) {
            double wrong = without(guess, track).size();
            double missed = without(track, guess).size();
            sum += right * right / (right + wrong + missed);
          }
        }
        tracks.add(sum / track.size());
      }
    }
    List<Double> segmentation = new ArrayList<>();
    for (String name : new TreeSet<>(classes.names().values())) {
      Set<Pixel> right = new HashSet<>();
      Set<Pixel> guess = new HashSet<>();
      of(name).forEach(id -> right.addAll(pixels(truth, id, 0, n)));
      of(name).forEach(id -> guess.addAll(without(pixels(predicted, id, 0, n), unknown)));
      Set<Pixel> union = new HashSet<>(right);
      union.addAll(guess);
      if (!union.isEmpty()) {
        segmentation.add((double) common(right, guess).size() / union.size());
      }
    }
    return Math.sqrt(mean(tracks) * mean(segmentation));
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(v -> v).average().orElse(1);
  }
}
