package io.keyreel.assist.segment;

import io.keyreel.vision.Image;
import java.util.Arrays;

/**
 * The regions of a picture and how they border on each other. Neighbours of region {@code i} stand
 * in {@code neighbour[start[i]]} to {@code neighbour[start[i + 1] - 1]}.
 *
 * @param label the region of each pixel
 * @param lab mean L*a*b* by region, interleaved
 * @param calm mean edge within each region
 * @param rim pixels of each region on the picture's edge
 * @param length pixels of border
 * @param edge mean edge along the border
 */
@SuppressWarnings("ArrayRecordComponent")
record Regions(
    int width,
    int height,
    int count,
    int[] label,
    int[] area,
    float[] x,
    float[] y,
    float[] lab,
    float[] calm,
    int[] rim,
    int[] start,
    int[] neighbour,
    float[] length,
    float[] edge) {

  static Regions of(Image lab, int step) {
    Image soft = EdgeMap.smooth(lab, 1);
    int[] edges = EdgeMap.of(soft);
    Waterpixels water = new Waterpixels(lab.width(), lab.height(), edges, step);
    int[] label = water.labels();
    return new Builder(soft, edges, label, water.count()).build();
  }

  int at(double px, double py) {
    int cx = Math.clamp((int) px, 0, width - 1);
    int cy = Math.clamp((int) py, 0, height - 1);
    return label[cy * width + cx];
  }

  private static final class Builder {
    private final Image lab;
    private final int[] edges;
    private final int[] label;
    private final int n;
    private final int w;
    private final int[] area;
    private final float[] x;
    private final float[] y;
    private final float[] mean;
    private final float[] calm;
    private final int[] rim;
    private long[] pairs = new long[1 << 15];
    private int pairCount;

    Builder(Image lab, int[] edges, int[] label, int n) {
      this.lab = lab;
      this.edges = edges;
      this.label = label;
      this.n = n;
      this.w = lab.width();
      area = new int[n];
      x = new float[n];
      y = new float[n];
      mean = new float[3 * n];
      calm = new float[n];
      rim = new int[n];
    }

    Regions build() {
      means();
      borders();
      Arrays.sort(pairs, 0, pairCount);
      return link();
    }

    private void means() {
      int h = lab.height();
      for (int i = 0; i < label.length; i++) {
        int r = label[i];
        int px = i % w;
        int py = i / w;
        area[r]++;
        x[r] += px + 0.5f;
        y[r] += py + 0.5f;
        calm[r] += edges[i];
        for (int c = 0; c < 3; c++) {
          mean[3 * r + c] += lab.data()[3 * i + c] & 0xff;
        }
        if (px == 0 || py == 0 || px == w - 1 || py == h - 1) {
          rim[r]++;
        }
      }
      for (int r = 0; r < n; r++) {
        x[r] /= area[r];
        y[r] /= area[r];
        calm[r] /= area[r];
        for (int c = 0; c < 3; c++) {
          mean[3 * r + c] /= area[r];
        }
      }
    }

    private void borders() {
      for (int i = 0; i < label.length; i++) {
        if (i % w < w - 1) {
          pair(i, i + 1);
        }
        if (i + w < label.length) {
          pair(i, i + w);
        }
      }
    }

    private void pair(int a, int b) {
      if (label[a] != label[b]) {
        if (pairCount == pairs.length) {
          pairs = Arrays.copyOf(pairs, 2 * pairCount);
        }
        long low = Math.min(label[a], label[b]);
        long high = Math.max(label[a], label[b]);
        pairs[pairCount++] = low << 40 | high << 16 | Math.max(edges[a], edges[b]);
      }
    }

    private Regions link() {
      int[] a = new int[pairCount];
      int[] b = new int[pairCount];
      float[] len = new float[pairCount];
      float[] sum = new float[pairCount];
      int m = 0;
      long last = -1;
      for (int i = 0; i < pairCount; i++) {
        long who = pairs[i] >>> 16;
        if (who != last) {
          a[m] = (int) (who >>> 24);
          b[m++] = (int) (who & 0xffffff);
          last = who;
        }
        len[m - 1]++;
        sum[m - 1] += pairs[i] & 0xffff;
      }
      int[] start = new int[n + 1];
      for (int i = 0; i < m; i++) {
        start[a[i] + 1]++;
        start[b[i] + 1]++;
      }
      for (int i = 0; i < n; i++) {
        start[i + 1] += start[i];
      }
      int[] at = Arrays.copyOf(start, n);
      int[] neighbour = new int[2 * m];
      float[] length = new float[2 * m];
      float[] edge = new float[2 * m];
      for (int i = 0; i < m; i++) {
        for (int side = 0; side < 2; side++) {
          int slot = at[side == 0 ? a[i] : b[i]]++;
          neighbour[slot] = side == 0 ? b[i] : a[i];
          length[slot] = len[i];
          edge[slot] = sum[i] / len[i];
        }
      }
      return new Regions(
          lab.width(),
          lab.height(),
          n,
          label,
          area,
          x,
          y,
          mean,
          calm,
          rim,
          start,
          neighbour,
          length,
          edge);
    }
  }
}
