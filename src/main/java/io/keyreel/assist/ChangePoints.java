package io.keyreel.assist;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Where the level of a signal changes: the split into stretches of even level that leaves the least
 * squared error plus a price for each change (optimal partitioning, pruned). Long signals are split
 * in overlapping windows.
 */
final class ChangePoints {
  /** A shorter stretch is no event that a person would mark. */
  static final int SHORTEST = 5;

  private static final int WINDOW = 2048;
  private static final double PRICE = 8;
  private static final double LEAST_NOISE = 2;
  private static final int[] LAGS = {1, 2, 4, 8};

  /** How far around a change its strength is read. */
  private static final int AROUND = 20;

  /** Neighbouring values are alike: so many tell as much as one by itself. */
  private static final double ALIKE = 3;

  private final double[] sums;
  private final double[] squares;
  private final double noise;

  /**
   * @param at the first value of the new level
   * @param strength how many times its uncertainty the change is
   */
  record Change(int at, double strength) {}

  private ChangePoints(double[] values) {
    sums = new double[values.length + 1];
    squares = new double[values.length + 1];
    for (int i = 0; i < values.length; i++) {
      sums[i + 1] = sums[i] + values[i];
      squares[i + 1] = squares[i] + values[i] * values[i];
    }
    noise = noise(values);
  }

  static List<Change> of(double[] values) {
    ChangePoints signal = new ChangePoints(values);
    List<Integer> found = new ArrayList<>();
    int from = 0;
    while (from < values.length) {
      int to = Math.min(values.length, from + 2 * WINDOW);
      int least = from == 0 ? 0 : from + WINDOW / 2;
      int most = to == values.length ? to : to - WINDOW / 2;
      signal.split(from, to).stream().filter(at -> at >= least && at < most).forEach(found::add);
      from = to == values.length ? to : from + WINDOW;
    }
    return signal.weighed(found);
  }

  /** The spread of a signal around its level, whatever the changes of level are. */
  static double noise(double[] values) {
    double noise = LEAST_NOISE;
    for (int lag : LAGS) {
      if (values.length > 4 * lag) {
        double[] steps = new double[values.length - lag];
        for (int i = 0; i < steps.length; i++) {
          steps[i] = Math.abs(values[i + lag] - values[i]);
        }
        Arrays.sort(steps);
        noise = Math.max(noise, steps[steps.length / 2] / 0.6745 / Math.sqrt(2));
      }
    }
    return noise;
  }

  private double error(int from, int to) {
    double sum = sums[to] - sums[from];
    return (squares[to] - squares[from] - sum * sum / (to - from)) / noise / noise;
  }

  private double mean(int from, int to) {
    return (sums[to] - sums[from]) / (to - from);
  }

  private List<Integer> split(int from, int to) {
    int n = to - from;
    double price = PRICE * Math.log(Math.max(2, n));
    double[] least = new double[n + 1];
    int[] last = new int[n + 1];
    Arrays.fill(least, Double.POSITIVE_INFINITY);
    least[0] = -price;
    List<Integer> starts = new ArrayList<>(List.of(0));
    for (int end = SHORTEST; end <= n; end++) {
      for (int start : starts) {
        double cost =
            end - start < SHORTEST
                ? Double.POSITIVE_INFINITY
                : least[start] + error(from + start, from + end) + price;
        if (cost < least[end]) {
          least[end] = cost;
          last[end] = start;
        }
      }
      int here = end;
      starts.removeIf(start ->
          here - start >= SHORTEST
              && least[start] + error(from + start, from + here) > least[here]);
      if (end - SHORTEST + 1 >= SHORTEST) {
        starts.add(end - SHORTEST + 1);
      }
    }
    List<Integer> changes = new ArrayList<>();
    for (int at = n < SHORTEST ? 0 : last[n]; at > 0; at = last[at]) {
      changes.addFirst(from + at);
    }
    return changes;
  }

  private List<Change> weighed(List<Integer> changes) {
    List<Change> weighed = new ArrayList<>();
    for (int i = 0; i < changes.size(); i++) {
      int at = changes.get(i);
      int before = Math.max(i == 0 ? 0 : changes.get(i - 1), at - AROUND);
      int after =
          Math.min(i + 1 == changes.size() ? sums.length - 1 : changes.get(i + 1), at + AROUND);
      double difference = Math.abs(mean(at, after) - mean(before, at));
      double spread = noise * Math.sqrt(ALIKE / (at - before) + ALIKE / (after - at));
      weighed.add(new Change(at, difference / spread));
    }
    return weighed;
  }
}
