package io.keyreel.assist.segment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** All that a prompt may mean: sets of regions, each by another idea of scale and likeness. */
final class Hypotheses {
  private static final float[] SHARES = {0.0012f, 0.004f, 0.012f, 0.03f, 0.075f, 0.18f, 0.4f};
  private static final float LARGEST = 0.85f;

  private final Scene scene;
  private final Ask ask;
  private final int n;
  private final boolean[] open;
  private final List<boolean[]> found = new ArrayList<>();
  private final Set<Integer> known = new HashSet<>();

  private Hypotheses(Scene scene, Ask ask) {
    this.scene = scene;
    this.ask = ask;
    this.n = scene.count();
    this.open = new boolean[n];
    for (int i = 0; i < n; i++) {
      open[i] = ask.before()[i] != ask.in() && ask.hard()[i] != (ask.in() ? -1 : 1);
    }
  }

  static List<boolean[]> of(Scene scene, Ask ask) {
    Hypotheses hypotheses = new Hypotheses(scene, ask);
    if (ask.fresh().length > 0 && ask.news()) {
      hypotheses.grow();
    }
    if (!ask.blank()) {
      hypotheses.whole();
    }
    return hypotheses.found;
  }

  /** The changes about what was just said. */
  private void grow() {
    float[] far = Geodesic.from(scene, ask.fresh(), open);
    Integer[] order = nearest(far);
    long picture = 0;
    for (int area : scene.regions().area()) {
      picture += area;
    }
    long sum = 0;
    int next = 0;
    for (Integer region : order) {
      sum += scene.regions().area()[region];
      if (next < SHARES.length && sum >= SHARES[next] * picture) {
        next++;
        grow(far, Math.max(0.2f, far[region]));
      }
    }
    if (order.length > 0 && next < SHARES.length) {
      grow(far, Math.max(0.2f, far[order[order.length - 1]]));
    }
    for (int region : new int[] {ask.fresh()[0], ask.fresh()[ask.fresh().length / 2]}) {
      for (int node : scene.tree().above(region, (long) (LARGEST * picture))) {
        boolean[] set = new boolean[n];
        scene.tree().mark(node, set);
        change(set);
      }
    }
  }

  private Integer[] nearest(float[] far) {
    List<Integer> reached = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      if (far[i] < Float.POSITIVE_INFINITY) {
        reached.add(i);
      }
    }
    reached.sort((a, b) -> Float.compare(far[a], far[b]));
    return reached.toArray(Integer[]::new);
  }

  private void grow(float[] far, float scale) {
    boolean[] ball = new boolean[n];
    float[] wanted = new float[n];
    float[] others = new float[n];
    for (int i = 0; i < n; i++) {
      float d = far[i] / scale;
      ball[i] = d <= 1;
      wanted[i] = open[i] ? (float) Math.exp(-d * d) : ask.before()[i] == ask.in() ? 0.1f : 0;
      others[i] = open[i] ? 1 - (float) Math.exp(-d * d / 4) : 0;
      if (ask.hard()[i] == (ask.in() ? -1 : 1)) {
        others[i] = 3;
      }
    }
    change(ball);
    boolean[] first = cut(Looks.logit(scene, wanted, others), far, scale, 1, 0);
    change(first);
    for (int i = 0; i < n; i++) {
      wanted[i] = open[i] && first[i] ? 1 : wanted[i] * 0.2f;
      others[i] = open[i] ? (first[i] ? 0 : 1) : others[i];
    }
    float[] looks = Looks.logit(scene, wanted, others);
    change(cut(looks, far, scale, 0.35f, -0.4f));
    change(cut(looks, far, scale, 0.35f, 0.4f));
  }

  private boolean[] cut(float[] looks, float[] far, float scale, float near, float bias) {
    float[] lean = new float[n];
    byte[] fixed = new byte[n];
    for (int i = 0; i < n; i++) {
      float d = Math.min(6, far[i] / scale);
      lean[i] = looks[i] + near * Math.clamp(2 - 1.3f * d, -3, 1.5f) + bias;
      fixed[i] = (byte) (open[i] ? 0 : ask.before()[i] == ask.in() ? 1 : -1);
    }
    for (int region : ask.fresh()) {
      fixed[region] = 1;
    }
    return Cut.of(scene, lean, fixed);
  }

  /** A set mended by what it looks like itself. */
  static List<boolean[]> mended(Scene scene, Ask ask, boolean[] set) {
    Hypotheses hypotheses = new Hypotheses(scene, ask.after(set));
    float[] looks = hypotheses.looks();
    hypotheses.whole(looks, 0.5f, 0);
    hypotheses.whole(looks, 2, 0.3f);
    return hypotheses.found;
  }

  /** Everything anew, leaning on what was found so far. */
  private void whole() {
    float[] looks = looks();
    for (float trust : new float[] {0.3f, 1, 2.2f}) {
      for (float bias : new float[] {-0.5f, 0, 0.5f}) {
        whole(looks, trust, bias);
      }
    }
    add(ask.before().clone());
  }

  private float[] looks() {
    float[] wanted = new float[n];
    float[] others = new float[n];
    for (int i = 0; i < n; i++) {
      int said = ask.hard()[i];
      wanted[i] = said > 0 ? 4 : said < 0 ? 0 : ask.before()[i] ? 1 : 0.02f;
      others[i] = said < 0 ? 4 : said > 0 ? 0 : ask.before()[i] ? 0.02f : 1;
    }
    return Looks.logit(scene, wanted, others);
  }

  private void whole(float[] looks, float trust, float bias) {
    float[] lean = new float[n];
    for (int i = 0; i < n; i++) {
      lean[i] = looks[i] + (ask.before()[i] ? trust : -trust) + bias;
    }
    add(Cut.of(scene, lean, ask.hard()));
  }

  /** What was found so far, with a set turned about where that is open. */
  private void change(boolean[] set) {
    boolean[] turned = new boolean[n];
    for (int i = 0; i < n; i++) {
      turned[i] = set[i] && open[i];
    }
    for (int region : ask.fresh()) {
      turned[region] = open[region];
    }
    boolean[] part = Cut.around(scene, turned, ask.fresh());
    boolean[] result = new boolean[n];
    for (int i = 0; i < n; i++) {
      result[i] = part[i] ? ask.in() : ask.before()[i];
    }
    add(result);
  }

  private void add(boolean[] set) {
    for (int i = 0; i < n; i++) {
      set[i] = ask.hard()[i] == 0 ? set[i] : ask.hard()[i] > 0;
    }
    if (known.add(Arrays.hashCode(set))) {
      found.add(set);
    }
  }
}
