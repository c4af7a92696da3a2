package io.keyreel.assist.segment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Fits a forest to rows of traits, tree by tree to what the ones before leave over. */
final class ForestFit {
  private static final int BINS = 48;
  private static final float RATE = 0.08f;
  private static final int FEWEST = 60;

  private final byte[][] bins;
  private final float[][] edges;
  private final float[] rest;
  private final int rows;

  private ForestFit(List<float[]> traits, float[] wanted) {
    rows = wanted.length;
    int features = traits.getFirst().length;
    edges = new float[features][];
    bins = new byte[features][rows];
    rest = wanted.clone();
    for (int f = 0; f < features; f++) {
      float[] values = new float[rows];
      for (int i = 0; i < rows; i++) {
        values[i] = traits.get(i)[f];
      }
      edges[f] = edges(values);
      for (int i = 0; i < rows; i++) {
        int at = Arrays.binarySearch(edges[f], values[i]);
        bins[f][i] = (byte) (at >= 0 ? at + 1 : -at - 1);
      }
    }
  }

  static Forest fit(List<float[]> traits, float[] wanted, int trees) {
    ForestFit fit = new ForestFit(traits, wanted);
    double mean = 0;
    for (float value : wanted) {
      mean += value / wanted.length;
    }
    for (int i = 0; i < wanted.length; i++) {
      fit.rest[i] -= (float) mean;
    }
    List<Forest.Tree> made = new ArrayList<>();
    for (int t = 0; t < trees; t++) {
      made.add(fit.tree());
    }
    return new Forest((float) mean, made);
  }

  /** About even shares of the values. */
  private static float[] edges(float[] values) {
    float[] sorted = values.clone();
    Arrays.sort(sorted);
    float[] cuts = new float[BINS - 1];
    int count = 0;
    for (int b = 1; b < BINS; b++) {
      float cut = sorted[(int) ((long) b * sorted.length / BINS)];
      if (count == 0 ? cut > sorted[0] : cut > cuts[count - 1]) {
        cuts[count++] = cut;
      }
    }
    return Arrays.copyOf(cuts, count);
  }

  private Forest.Tree tree() {
    int[] trait = new int[Forest.ASKING];
    float[] below = new float[Forest.ASKING];
    float[] leaf = new float[Forest.ASKING + 1];
    int[] node = new int[rows];
    for (int depth = 0; depth < Forest.DEPTH; depth++) {
      split(node, depth, trait, below);
    }
    double[] sums = new double[leaf.length];
    int[] counts = new int[leaf.length];
    for (int i = 0; i < rows; i++) {
      sums[node[i] - Forest.ASKING] += rest[i];
      counts[node[i] - Forest.ASKING]++;
    }
    for (int k = 0; k < leaf.length; k++) {
      leaf[k] = (float) (RATE * sums[k] / (counts[k] + 10));
    }
    for (int i = 0; i < rows; i++) {
      rest[i] -= leaf[node[i] - Forest.ASKING];
    }
    return new Forest.Tree(trait, below, leaf);
  }

  private void split(int[] node, int depth, int[] trait, float[] below) {
    int first = (1 << depth) - 1;
    int nodes = 1 << depth;
    double[] best = new double[nodes];
    int[] at = new int[nodes];
    for (int f = 0; f < bins.length; f++) {
      double[][] sums = new double[nodes][BINS];
      int[][] counts = new int[nodes][BINS];
      for (int i = 0; i < rows; i++) {
        sums[node[i] - first][bins[f][i]] += rest[i];
        counts[node[i] - first][bins[f][i]]++;
      }
      for (int k = 0; k < nodes; k++) {
        choose(f, sums[k], counts[k], k, best, at);
      }
    }
    for (int k = 0; k < nodes; k++) {
      int f = at[k] / BINS;
      trait[first + k] = f;
      below[first + k] = best[k] > 0 ? edges[f][at[k] % BINS] : Float.MAX_VALUE;
    }
    for (int i = 0; i < rows; i++) {
      int k = node[i] - first;
      boolean low = best[k] <= 0 || bins[at[k] / BINS][i] <= at[k] % BINS;
      node[i] = 2 * node[i] + (low ? 1 : 2);
    }
  }

  /** The gain of each cut of one trait; the first of equals stays. */
  private void choose(int f, double[] sums, int[] counts, int k, double[] best, int[] at) {
    double all = 0;
    int many = 0;
    for (int b = 0; b < BINS; b++) {
      all += sums[b];
      many += counts[b];
    }
    double low = 0;
    int few = 0;
    for (int b = 0; b < edges[f].length; b++) {
      low += sums[b];
      few += counts[b];
      if (few >= FEWEST && many - few >= FEWEST) {
        double high = all - low;
        double gain = low * low / few + high * high / (many - few) - all * all / many;
        if (gain > best[k] + 1e-9) {
          best[k] = gain;
          at[k] = f * BINS + b;
        }
      }
    }
  }
}
