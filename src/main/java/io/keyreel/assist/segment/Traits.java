package io.keyreel.assist.segment;

import io.keyreel.geometry.PixelBox;
import java.util.List;

/** What tells a good answer from a bad one, in numbers. */
final class Traits {
  static final int COUNT = 31;

  private final Scene scene;
  private final Ask ask;
  private final float[] reach;
  private final double picture;

  Traits(Scene scene, Ask ask) {
    this.scene = scene;
    this.ask = ask;
    this.reach = reach(scene.regions(), ask.x(), ask.y());
    this.picture = (double) scene.regions().width() * scene.regions().height();
  }

  /** Of each set, by row. */
  float[][] of(List<boolean[]> sets, boolean mended) {
    float[][] rows = new float[sets.size()][];
    float[] agreement = agreement(sets);
    for (int k = 0; k < rows.length; k++) {
      rows[k] = of(sets.get(k));
      rows[k][18] = agreement[k];
      rows[k][30] = mended ? 1 : 0;
    }
    return rows;
  }

  private float[] of(boolean[] set) {
    boolean[] turned = new boolean[set.length];
    boolean[] rest = new boolean[set.length];
    boolean[] outside = new boolean[set.length];
    for (int i = 0; i < set.length; i++) {
      turned[i] = set[i] != ask.before()[i];
      rest[i] = ask.before()[i] != ask.in() && !turned[i];
      outside[i] = !set[i];
    }
    Form form = Form.of(scene, set);
    Form change = Form.of(scene, turned);
    float[] t = new float[COUNT];
    t[0] = log(form.area() / picture);
    t[1] = form.wall();
    t[2] = form.weak();
    t[3] = form.inner();
    t[4] = log((form.wall() + 0.05) / (form.inner() + 0.05));
    t[5] = log(form.around() * form.around() / (4 * Math.PI * (form.area() + 1)) + 0.1);
    t[6] = overlap(set, outside);
    t[7] = overlap(set, form.ring());
    float[] moves = moves(set);
    float[] beside = moves(form.ring());
    t[8] = (float) Math.min(9, Math.hypot(moves[0] - beside[0], moves[1] - beside[1]));
    t[9] = (float) Math.min(9, Math.sqrt(moves[2]));
    t[10] = form.rim() / (form.around() + form.rim() + 1);
    t[11] = (float) Math.min(9, Math.hypot(moves[0], moves[1]));
    t[12] = log((change.area() + 1) / (form.area() + 1));
    t[13] = change.wall();
    t[14] = change.weak();
    t[15] = (float) (inscribed(turned) / Math.sqrt(change.area() + 1));
    t[16] =
        (float)
            (Math.hypot(change.x() - ask.x(), change.y() - ask.y()) / Math.sqrt(change.area() + 1));
    t[17] = overlap(turned, rest);
    t[19] = ask.turn();
    t[20] = ask.in() ? 1 : 0;
    fit(form, t);
    t[23] = log(change.area() / picture);
    t[24] = meet(set, ask.before());
    t[25] = change.inner();
    t[26] = (float) (inscribed(set) / Math.sqrt(form.area() + 1));
    t[27] = scene.motion().known();
    t[28] = (change.rim() + 0f) / (change.around() + change.rim() + 1);
    t[29] = change.around() / (float) Math.sqrt(change.area() + 1);
    return t;
  }

  private void fit(Form form, float[] t) {
    PixelBox box = ask.box();
    t[21] = -1;
    t[22] = -1;
    if (box != null) {
      double w = Math.max(0, Math.min(box.right(), form.right()) - Math.max(box.x(), form.left()));
      double h = Math.max(0, Math.min(box.bottom(), form.bottom()) - Math.max(box.y(), form.top()));
      double mine =
          Math.max(0.0, form.right() - form.left()) * Math.max(0.0, form.bottom() - form.top());
      double its = (double) box.width() * box.height();
      t[21] = (float) (w * h / Math.max(1, mine + its - w * h));
      t[22] = (float) (form.area() / Math.max(1, its));
    }
  }

  /** How far the nearest region outside a set is from where was asked, or the picture's edge. */
  private double inscribed(boolean[] set) {
    double least =
        Math.min(
            Math.min(ask.x(), scene.regions().width() - ask.x()),
            Math.min(ask.y(), scene.regions().height() - ask.y()));
    for (int i = 0; i < set.length; i++) {
      if (!set[i]) {
        least = Math.min(least, reach[i]);
      }
    }
    return Math.max(0, least);
  }

  private static float[] reach(Regions regions, float x, float y) {
    float[] reach = new float[regions.count()];
    java.util.Arrays.fill(reach, Float.MAX_VALUE);
    int w = regions.width();
    int[] label = regions.label();
    for (int i = 0; i < label.length; i++) {
      float dx = i % w + 0.5f - x;
      float dy = i / w + 0.5f - y;
      reach[label[i]] = Math.min(reach[label[i]], dx * dx + dy * dy);
    }
    for (int i = 0; i < reach.length; i++) {
      reach[i] = (float) Math.sqrt(reach[i]);
    }
    return reach;
  }

  /** How much the colours of two sets are the same, 0 to 1. */
  private float overlap(boolean[] a, boolean[] b) {
    float[] p = scene.palette().share(weights(a), scene.regions().area());
    float[] q = scene.palette().share(weights(b), scene.regions().area());
    double dot = 0;
    double pp = 1e-9;
    double qq = 1e-9;
    for (int i = 0; i < p.length; i++) {
      dot += p[i] * q[i];
      pp += p[i] * p[i];
      qq += q[i] * q[i];
    }
    return (float) (dot / Math.sqrt(pp * qq));
  }

  private static float[] weights(boolean[] set) {
    float[] weights = new float[set.length];
    for (int i = 0; i < set.length; i++) {
      weights[i] = set[i] ? 1 : 0;
    }
    return weights;
  }

  private float[] moves(boolean[] set) {
    Motion motion = scene.motion();
    double sum = 1e-6;
    double u = 0;
    double v = 0;
    double square = 0;
    for (int i = 0; i < set.length; i++) {
      if (set[i]) {
        double w = scene.regions().area()[i];
        sum += w;
        u += w * motion.u()[i];
        v += w * motion.v()[i];
        square += w * Math.min(400, motion.u()[i] * motion.u()[i] + motion.v()[i] * motion.v()[i]);
      }
    }
    u /= sum;
    v /= sum;
    return new float[] {(float) u, (float) v, (float) Math.max(0, square / sum - u * u - v * v)};
  }

  private float[] agreement(List<boolean[]> sets) {
    int k = sets.size();
    float[] agreement = new float[k];
    for (int a = 0; a < k; a++) {
      for (int b = a + 1; b < k; b++) {
        float iou = meet(sets.get(a), sets.get(b));
        agreement[a] += iou;
        agreement[b] += iou;
      }
    }
    for (int a = 0; a < k; a++) {
      agreement[a] /= Math.max(1, k - 1);
    }
    return agreement;
  }

  private float meet(boolean[] a, boolean[] b) {
    int[] area = scene.regions().area();
    long both = 0;
    long any = 0;
    for (int i = 0; i < a.length; i++) {
      both += a[i] && b[i] ? area[i] : 0;
      any += a[i] || b[i] ? area[i] : 0;
    }
    return any == 0 ? 0 : (float) both / any;
  }

  private static float log(double value) {
    return (float) Math.max(-15, Math.log(value + 1e-7));
  }
}
