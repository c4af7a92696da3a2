package io.keyreel.assist.flow;

/**
 * What tells how good a mask is, each 0 to 1 and higher when better.
 *
 * @param certainty expected IoU of the mask with the truth, if each pixel's likelihood were right
 * @param agreement IoU of what the two keyframes send; the certainty again where only one does
 * @param trust how well the picture at the object is explained
 * @param sure share of the object's likelihood that lies in pixels beyond doubt
 * @param nearness falls with the distance to the nearest keyframe
 * @param kept IoU of the mask with what it was before it was refined
 * @param rating IoU that the refinement expects; the certainty where none was made
 */
record Signs(
    double certainty,
    double agreement,
    double trust,
    double sure,
    double nearness,
    double kept,
    double rating) {
  private static final int COUNT = 8;

  static Signs of(Belief belief, SignedMap margins, int distance, boolean oneSided) {
    double inside = 0;
    double area = 0;
    double outside = 0;
    double sure = 0;
    double mass = 1e-6;
    for (int i = 0; i < margins.values().length; i++) {
      double p = belief.values()[i];
      mass += p;
      if (p > 0.9) {
        sure += p;
      }
      if (margins.values()[i] > 0) {
        area++;
        inside += p;
      } else {
        outside += p;
      }
    }
    double certainty = area == 0 ? 1 / (1 + outside) : inside / (area + outside);
    double agreement = oneSided ? certainty : agreement(belief);
    Belief.Mended mended = belief.mended();
    return new Signs(
        certainty,
        agreement,
        belief.trust(),
        sure / mass,
        Math.exp(-distance / 10.0),
        mended == null ? 1 : mended.kept(),
        mended == null ? certainty : mended.rating());
  }

  private static double agreement(Belief belief) {
    double common = 0;
    double either = 1e-6;
    for (int i = 0; i < belief.values().length; i++) {
      int x = belief.box().x() + i % belief.box().width();
      int y = belief.box().y() + i / belief.box().width();
      double a = belief.before() == null ? 0 : belief.before().at(x, y);
      double b = belief.after() == null ? 0 : belief.after().at(x, y);
      common += Math.min(a, b);
      either += Math.max(a, b);
    }
    return belief.values().length == 0 ? 1 : common / either;
  }

  /** The terms of a linear model of the logit of the IoU. */
  double[] terms() {
    return new double[] {
      1,
      logit(certainty),
      logit(agreement),
      Math.log(trust + 0.01),
      logit(sure),
      nearness,
      logit(kept),
      logit(rating)
    };
  }

  static int termCount() {
    return COUNT;
  }

  static double logit(double p) {
    double q = Math.clamp(p, 0.003, 0.997);
    return Math.log(q / (1 - q));
  }
}
