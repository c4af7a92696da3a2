package io.keyreel.assist.segment;

import io.keyreel.geometry.PixelBox;
import java.util.ArrayList;
import java.util.List;

/** What a box may hold. */
final class Boxed {
  private final Scene scene;
  private final PixelBox box;
  private final byte[] hard;
  private final int n;

  private Boxed(Scene scene, PixelBox box, byte[] hard) {
    this.scene = scene;
    this.box = box;
    this.hard = hard;
    this.n = scene.count();
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
    for (float width : new float[] {0.35f, 0.7f}) {
      float[] wanted = new float[n];
      float[] others = new float[n];
      for (int i = 0; i < n; i++) {
        float d = far(i);
        wanted[i] = hard[i] < 0 ? 0 : (float) Math.exp(-d / width);
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
      lean[i] = looks[i] + middle * (1 - 1.5f * Math.min(2, far(i))) + 0.4f + bias;
    }
    return Cut.of(scene, lean, hard);
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
    for (double share : new double[] {0.8, 0.93}) {
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
