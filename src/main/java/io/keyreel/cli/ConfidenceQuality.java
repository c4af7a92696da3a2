package io.keyreel.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How well the confidence foretells the error.
 *
 * @param ece expected calibration error over ten bins
 * @param auroc chance that a bad frame (J below 0.8) has less confidence than a good one
 * @param caught10 share of all error in the least confident tenth; so on for 20 and 30 %
 * @param badCaught20 share of frames with J below 0.7 in the least confident fifth
 * @param accepted20 mean J of what is left when the least confident fifth is looked at
 * @param aurc mean error of what is left, over all shares that may be looked at
 */
record ConfidenceQuality(
    double ece,
    double auroc,
    double caught10,
    double caught20,
    double caught30,
    double badCaught20,
    double accepted20,
    double aurc) {
  private static final int BINS = 10;

  static ConfidenceQuality of(List<Score> scores) {
    List<Score> sorted =
        scores.stream().sorted(Comparator.comparingDouble(Score::confidence)).toList();
    return new ConfidenceQuality(
        ece(sorted),
        auroc(sorted),
        caught(sorted, 0.1),
        caught(sorted, 0.2),
        caught(sorted, 0.3),
        badCaught(sorted, 0.2),
        sorted.stream().skip(first(sorted, 0.2).size()).mapToDouble(Score::j).average().orElse(1),
        aurc(sorted));
  }

  private static double ece(List<Score> scores) {
    double[] confidence = new double[BINS];
    double[] truth = new double[BINS];
    for (Score score : scores) {
      int bin = Math.clamp((int) (score.confidence() * BINS), 0, BINS - 1);
      confidence[bin] += score.confidence();
      truth[bin] += score.j();
    }
    double gap = 0;
    for (int i = 0; i < BINS; i++) {
      gap += Math.abs(confidence[i] - truth[i]);
    }
    return gap / Math.max(1, scores.size());
  }

  private static double auroc(List<Score> sorted) {
    long bad = 0;
    long rightPairs = 0;
    for (Score score : sorted) {
      if (score.j() < 0.8) {
        bad++;
      } else {
        rightPairs += bad;
      }
    }
    long good = sorted.size() - bad;
    return bad == 0 || good == 0 ? 1 : (double) rightPairs / bad / good;
  }

  private static double caught(List<Score> sorted, double share) {
    double all = sorted.stream().mapToDouble(s -> 1 - s.j()).sum();
    double seen = first(sorted, share).stream().mapToDouble(s -> 1 - s.j()).sum();
    return all == 0 ? 1 : seen / all;
  }

  private static double badCaught(List<Score> sorted, double share) {
    long all = sorted.stream().filter(s -> s.j() < 0.7).count();
    long seen = first(sorted, share).stream().filter(s -> s.j() < 0.7).count();
    return all == 0 ? 1 : (double) seen / all;
  }

  private static double aurc(List<Score> sorted) {
    double error = 0;
    double sum = 0;
    int accepted = 0;
    for (Score score : sorted.reversed()) {
      error += 1 - score.j();
      accepted++;
      sum += error / accepted;
    }
    return accepted == 0 ? 0 : sum / accepted;
  }

  /** Mean J by confidence in ten bins: confidence, J, and how many. */
  static List<double[]> reliability(List<Score> scores) {
    List<double[]> bins = new ArrayList<>();
    for (int i = 0; i < BINS; i++) {
      int bin = i;
      List<Score> in =
          scores.stream()
              .filter(s -> Math.clamp((int) (s.confidence() * BINS), 0, BINS - 1) == bin)
              .toList();
      if (!in.isEmpty()) {
        bins.add(
            new double[] {
              in.stream().mapToDouble(Score::confidence).average().orElse(0),
              in.stream().mapToDouble(Score::j).average().orElse(0),
              in.size()
            });
      }
    }
    return bins;
  }

  private static List<Score> first(List<Score> sorted, double share) {
    return sorted.subList(0, (int) Math.round(sorted.size() * share));
  }
}
