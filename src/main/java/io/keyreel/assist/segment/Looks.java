package io.keyreel.assist.segment;

/** How much each region looks and moves like some rather than like others. */
final class Looks {
  private static final float MOST = 3;

  private Looks() {}

  /** Logits by region. */
  static float[] logit(Scene scene, float[] wanted, float[] others) {
    int[] area = scene.regions().area();
    float[] mine = scene.palette().share(wanted, area);
    float[] theirs = scene.palette().share(others, area);
    float[] moves = moves(scene, wanted, others);
    float[] logit = new float[scene.count()];
    for (int i = 0; i < logit.length; i++) {
      int c = scene.palette().of()[i];
      double colour = Math.log((mine[c] + 2e-3) / (theirs[c] + 2e-3));
      logit[i] = (float) Math.clamp(colour, -MOST, MOST) + moves[i];
    }
    return logit;
  }

  private static float[] moves(Scene scene, float[] wanted, float[] others) {
    float[] logit = new float[scene.count()];
    if (scene.motion().known() == 0) {
      return logit;
    }
    float[] mine = mean(scene, wanted);
    float[] theirs = mean(scene, others);
    for (int i = 0; i < logit.length; i++) {
      float near = off(scene.motion(), i, mine) - off(scene.motion(), i, theirs);
      logit[i] = Math.clamp(-near, -MOST, MOST);
    }
    return logit;
  }

  private static float off(Motion motion, int i, float[] model) {
    float du = motion.u()[i] - model[0];
    float dv = motion.v()[i] - model[1];
    return (du * du + dv * dv) / (2 * model[2]) + 0.5f * (float) Math.log(model[2]);
  }

  /** Mean motion and how far it spreads. */
  private static float[] mean(Scene scene, float[] weight) {
    double sum = 1e-6;
    double u = 0;
    double v = 0;
    double square = 0;
    Motion motion = scene.motion();
    for (int i = 0; i < weight.length; i++) {
      double w = weight[i] * scene.regions().area()[i];
      sum += w;
      u += w * motion.u()[i];
      v += w * motion.v()[i];
      square += w * Math.min(400, motion.u()[i] * motion.u()[i] + motion.v()[i] * motion.v()[i]);
    }
    u /= sum;
    v /= sum;
    double spread = Math.max(0, square / sum - u * u - v * v) / 2;
    return new float[] {(float) u, (float) v, (float) (2 + spread)};
  }
}
