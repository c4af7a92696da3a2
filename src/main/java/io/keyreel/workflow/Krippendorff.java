package io.keyreel.workflow;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Krippendorff's alpha of values that are equal or not: 1 is agreement, 0 what chance gives. */
final class Krippendorff {
  private Krippendorff() {}

  /**
   * @param units for each thing that was judged, the values people gave; who gave none is left out
   * @return NaN where fewer than two values were ever given to one thing
   */
  static double nominal(List<? extends List<String>> units) {
    Map<String, Double> totals = new HashMap<>();
    double pairs = 0;
    double observed = 0;
    for (List<String> values : units) {
      int m = values.size();
      if (m < 2) {
        continue;
      }
      Map<String, Integer> counts = new HashMap<>();
      values.forEach(value -> counts.merge(value, 1, Integer::sum));
      counts.forEach((value, count) -> totals.merge(value, (double) count, Double::sum));
      double same = counts.values().stream().mapToDouble(c -> c * (c - 1.0)).sum();
      observed += (m * (m - 1.0) - same) / (m - 1);
      pairs += m;
    }
    if (pairs == 0) {
      return Double.NaN;
    }
    return alpha(totals.values(), observed);
  }

  /**
   * @param totals how often each value was given
   * @param observed for each thing the ordered pairs of values that differ, by those who judged it
   *     but one
   */
  static double alpha(Collection<Double> totals, double observed) {
    double all = totals.stream().mapToDouble(Double::doubleValue).sum();
    double alike = totals.stream().mapToDouble(c -> c * (c - 1)).sum();
    double expected = (all * (all - 1) - alike) / (all - 1);
    return expected == 0 ? 1 : 1 - observed / expected;
  }
}
