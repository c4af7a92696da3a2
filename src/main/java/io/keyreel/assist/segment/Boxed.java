package io.keyreel.assist.segment;

import io.keyreel.geometry.PixelBox;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** What a box may hold. */
final class Boxed {
  private final Scene scene;
  private final PixelBox box;
  private final byte[] hard;
  private final int n;

  /** What stands between a region and the outside, 1 in the middle of the box's regions. */
  private final float[] deep;

  private Boxed(Scene scene, PixelBox box, byte[] hard) {
    this.scene = scene;
    this.box = box;
    this.hard = hard;
    this.n = scene.count();
    this.deep = deep();
  }

  private float[] deep() {
    int[] outside = IntStream.range(0, n).filter(i -> hard[i] < 0).toArray();
    boolean[] open = new boolean[n];
    for (int i = 0; i < n; i++) {
      open[i] = hard[i] >= 0;
    }
    float[] cost = Geodesic.from(scene, outside, open);
    float[] sorted = inside(cost);
    float middle = Math.max(0.1f, sorted.length == 0 ? 1 : sorted[sorted.length / 2]);
    for (int i = 0; i < n; i++) {
      cost[i] = Math.min(4, cost[i] / middle);
    }
    return cost;
  }

  /** Of the regions in the box, in order. */
  private float[] inside(float[] values) {
    double[] held =
        IntStream.range(0, n).filter(i -> hard[i] >= 0).mapToDouble(i -> values[i]).toArray();
    Arrays.sort(held);
    float[] sorted = new float[held.length];
    for (int i = 0; i < sorted.length; i++) {
      sorted[i] = (float) held[i];
    }
    return sorted;
  }

  static List<boolean[]> of(Scene scene, PixelBox box, byte[] hard) {
    return new Boxed(scene, box, hard).all();
  }

  private List<boolean[]> all() {
    List<boolean[]> sets = new ArrayList<>();
    boolean[] egg = new boolean[n];
    for (int i = 0; i < n; i++) {
      egg[i] = far(i) <= 1 && hard[i] >= 0;
    }
    sets.add(egg);
    nodes(sets);
    depths(sets);
    strangers(sets);
    for (float width : new float[] {0.35f, 0.7f}) {
      float[] wanted = new float[n];
      float[] others = new float[n];
      for (int i = 0; i < n; i++) {
        float d = far(i);
        wanted[i] = hard[i] < 0 ? 0 : (float) Math.exp(-d / width) * Math.min(1.5f, deep[i]);
        others[i] =
            hard[i] < 0 ? (float) Math.exp(-Math.max(0, d - 1) / 6) : 0.15f * Math.min(2, d);
      }
      float[] looks = Looks.logit(scene, wanted, others);
      for (float bias : new float[] {-0.8f, 0, 0.8f}) {
        boolean[] first = cut(looks, bias, 1);
        sets.add(first);
        boolean[] second = again(first, others, bias);
        sets.add(second);
        sets.add(again(second, others, bias + 0.3f));
      }
    }
    return sets;
  }

  private boolean[] again(boolean[] set, float[] others, float bias) {
    float[] wanted = new float[n];
    float[] rest = new float[n];
    for (int i = 0; i < n; i++) {
      wanted[i] = set[i] ? 1 : 0;
      rest[i] = set[i] ? 0 : hard[i] < 0 ? others[i] : 1;
    }
    return cut(Looks.logit(scene, wanted, rest), bias, 0.4f);
  }

  private boolean[] cut(float[] looks, float bias, float middle) {
    float[] lean = new float[n];
    for (int i = 0; i < n; i++) {
      lean[i] =
          looks[i]
              + middle * (1 - 1.5f * Math.min(2, far(i)))
              + 0.8f * (Math.min(2, deep[i]) - 1)
              + 0.4f
              + bias;
    }
    return Cut.of(scene, lean, hard);
  }

  /** What looks or moves like nothing outside, wherever in the box it is. */
  private void strangers(List<boolean[]> sets) {
    float[] others = new float[n];
    float[] wanted = new float[n];
    for (int i = 0; i < n; i++) {
      others[i] = hard[i] < 0 ? (float) Math.exp(-Math.max(0, far(i) - 1) / 8) : 0;
      wanted[i] = hard[i] < 0 ? 0 : 1;
    }
    float[] strange = Looks.logit(scene, wanted, others);
    float[] sorted = inside(strange);
    for (double share : new double[] {0.3, 0.5, 0.7}) {
      float least = sorted.length == 0 ? 0 : sorted[(int) (share * (sorted.length - 1))];
      float[] lean = new float[n];
      for (int i = 0; i < n; i++) {
        lean[i] = strange[i] - least + 0.5f * (Math.min(2, deep[i]) - 1);
      }
      boolean[] first = Cut.of(scene, lean, hard);
      sets.add(first);
      sets.add(again(first, others, 0));
    }
  }

  /** What lies deeper than the rest. */
  private void depths(List<boolean[]> sets) {
    float[] sorted = inside(deep);
    for (double share : new double[] {0.25, 0.4, 0.55, 0.7}) {
      boolean[] set = new boolean[n];
      float least = sorted.length == 0 ? 0 : sorted[(int) (share * (sorted.length - 1))];
      float[] lean = new float[n];
      for (int i = 0; i < n; i++) {
        set[i] = deep[i] >= least;
        lean[i] = 3 * Math.clamp(deep[i] - least, -1, 1);
      }
      sets.add(held(set));
      sets.add(Cut.of(scene, lean, hard));
    }
  }

  /** What the tree holds together inside: everything, and the largest piece. */
  private void nodes(List<boolean[]> sets) {
    MergeTree tree = scene.tree();
    double[] inside = new double[tree.parent().length];
    for (int i = 0; i < tree.parent().length; i++) {
      inside[i] =
          i < n
              ? hard[i] < 0 ? 0 : scene.regions().area()[i]
              : inside[tree.left()[i]] + inside[tree.right()[i]];
    }
    for (double share : new double[] {0.6, 0.8, 0.93}) {
      boolean[] most = new boolean[n];
      boolean[] largest = new boolean[n];
      int best = -1;
      for (int i = 0; i < tree.parent().length; i++) {
        int up = tree.parent()[i];
        boolean fits = inside[i] >= share * tree.area()[i];
        boolean taller = up != i && inside[up] >= share * tree.area()[up];
        if (fits && !taller) {
          tree.mark(i, most);
          best = best < 0 || inside[i] > inside[best] ? i : best;
        }
      }
      if (best >= 0) {
        tree.mark(best, largest);
      }
      sets.add(held(most));
      sets.add(held(largest));
    }
  }

  private boolean[] held(boolean[] set) {
    for (int i = 0; i < n; i++) {
      set[i] = hard[i] > 0 || set[i] && hard[i] == 0;
    }
    return set;
  }

  /** Squared distance from the middle, 1 on the ellipse that touches the box. */
  private float far(int i) {
    float dx = (scene.regions().x()[i] - box.x() - box.width() / 2f) / (box.width() / 2f);
    float dy = (scene.regions().y()[i] - box.y() - box.height() / 2f) / (box.height() / 2f);
    return dx * dx + dy * dy;
  }
}
