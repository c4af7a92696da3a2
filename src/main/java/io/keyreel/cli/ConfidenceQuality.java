package io.keyreel.cli;

import java.util.Comparator;
import java.util.List;

/**
 * How well the confidence foretells the error.
 *
 * @param ece expected calibration error over ten bins
 * @param auroc chance that a bad frame (J below 0.8) has less confidence than a good one
 * @param caught10 share of all error in the least confident tenth; so on for 20 and 30 %
 * @param badCaught20 share of frames with J below 0.7 in the least confident fifth
 */
record ConfidenceQuality(
    double ece,
    double auroc,
    double caught10,
    double caught20,
    double caught30,
    double badCaught20) {
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
        badCaught(sorted, 0.2));
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

  private static List<Score> first(List<Score> sorted, double share) {
    return sorted.subList(0, (int) Math.round(sorted.size() * share));
  }
}
