package io.keyreel.assist.flow;

import io.keyreel.assist.PropagationRequest;
import io.keyreel.geometry.Mask;
import io.keyreel.geometry.Metrics;
import io.keyreel.kernel.Cancellation;
import io.keyreel.kernel.Progress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** Fits the confidence to frames whose truth is known. */
public final class CalibrationFit {
  private static final int KNOTS = 16;
  private static final double RIDGE = 1e-3;
  private static final int ROUNDS = 5000;

  private final List<Sample> samples = new ArrayList<>();

  private record Sample(Signs signs, double iou) {}

  private record Point(double value, double iou) {}

  /** Truth by track and frame. */
  @FunctionalInterface
  public interface Truth {
    Mask of(UUID track, int frame);
  }

  /** Runs the engine and remembers what it saw beside what is true. */
  public void add(PropagationRequest request, Truth truth, Cancellation cancellation) {
    FlowPropagator engine =
        new FlowPropagator(
            Runtime.getRuntime().availableProcessors(),
            (track, frame, verdict) ->
                samples.add(
                    new Sample(
                        verdict.signs(),
                        Metrics.iou(verdict.result().mask(), truth.of(track, frame)))),
            NetRefinement.shipped());
    engine.propagate(request, chunk -> {}, Progress.NONE, cancellation);
  }

  public int size() {
    return samples.size();
  }

  /** The fit, as the resource {@code confidence.properties} holds it. */
  public String resource() {
    double[] weights = weights();
    List<Point> points =
        samples.stream()
            .map(s -> new Point(Calibration.model(s.signs, weights), s.iou))
            .sorted(Comparator.comparingDouble(Point::value))
            .toList();
    List<Point> curve = rising(points);
    return new Calibration(
            weights,
            curve.stream().mapToDouble(Point::value).toArray(),
            curve.stream().mapToDouble(Point::iou).toArray())
        .text();
  }

  /** Least squares on the logit of the IoU; no sign may count against a mask. */
  private double[] weights() {
    int n = Signs.termCount();
    double[][] matrix = new double[n][n];
    double[] right = new double[n];
    for (Sample sample : samples) {
      double[] terms = sample.signs.terms();
      double target = Signs.logit(sample.iou);
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          matrix[i][j] += terms[i] * terms[j];
        }
        right[i] += terms[i] * target;
      }
    }
    for (int i = 0; i < n; i++) {
      matrix[i][i] += RIDGE * samples.size();
    }
    return solve(matrix, right);
  }

  /** Each weight in turn, given the others; all but the constant are 0 at least. */
  private static double[] solve(double[][] matrix, double[] right) {
    double[] weights = new double[right.length];
    for (int round = 0; round < ROUNDS; round++) {
      for (int i = 0; i < weights.length; i++) {
        double rest = right[i];
        for (int j = 0; j < weights.length; j++) {
          rest -= i == j ? 0 : matrix[i][j] * weights[j];
        }
        weights[i] = i == 0 ? rest / matrix[i][i] : Math.max(0, rest / matrix[i][i]);
      }
    }
    return weights;
  }

  /** Means of equal groups, merged until they rise (pool adjacent violators). */
  private static List<Point> rising(List<Point> sorted) {
    List<Point> means = new ArrayList<>();
    List<Integer> counts = new ArrayList<>();
    for (int k = 0; k < KNOTS; k++) {
      List<Point> group =
          sorted.subList(k * sorted.size() / KNOTS, (k + 1) * sorted.size() / KNOTS);
      means.add(
          new Point(
              group.stream().mapToDouble(Point::value).average().orElse(0),
              group.stream().mapToDouble(Point::iou).average().orElse(0)));
      counts.add(group.size());
      while (means.size() > 1 && means.getLast().iou() < means.get(means.size() - 2).iou()) {
        merge(means, counts);
      }
    }
    return means;
  }

  private static void merge(List<Point> means, List<Integer> counts) {
    Point b = means.removeLast();
    Point a = means.removeLast();
    int nb = counts.removeLast();
    int na = counts.removeLast();
    double n = na + nb;
    means.add(new Point((a.value() * na + b.value() * nb) / n, (a.iou() * na + b.iou() * nb) / n));
    counts.add(na + nb);
  }
}
