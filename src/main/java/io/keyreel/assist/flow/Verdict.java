package io.keyreel.assist.flow;

import io.keyreel.assist.FrameResult;
import io.keyreel.assist.Visibility;
import io.keyreel.geometry.Mask;
import io.keyreel.geometry.PixelBox;
import java.util.HashMap;
import java.util.Map;

/**
 * The result for a track in a frame, and what it rests on.
 *
 * @param signs what the confidence was made of
 */
record Verdict(FrameResult result, Signs signs) {
  private static final double LEAST_SHARE = 0.02;
  private static final double STILL_GONE = 0.99;
  private static final double STILL_GONE_ONE_SIDED = 0.95;
  private static final double HIDDEN = 0.8;
  private static final int EDGE = 3;

  /**
   * @param margins by how much the track beats its rivals
   * @param expectedArea how many working pixels it should have, going by the keyframes
   * @param sides what leads here
   */
  static Verdict of(
      View view, Belief belief, SignedMap margins, double expectedArea, Sides sides, int frame) {
    Signs signs = Signs.of(belief, margins, sides.distance(frame), sides.oneSided());
    float worth = sides.worth(frame);
    if (expectedArea == 0) {
      double confidence = worth * (sides.oneSided() ? STILL_GONE_ONE_SIDED : STILL_GONE);
      Mask none = Mask.empty(view.frameWidth(), view.frameHeight());
      return new Verdict(new FrameResult(none, confidence, stillGone(sides)), signs);
    }
    double confidence = worth * Calibration.SHIPPED.confidence(signs);
    int area = 0;
    for (float margin : margins.values()) {
      area += margin > 0 ? 1 : 0;
    }
    boolean gone = area < LEAST_SHARE * expectedArea;
    if (sides.open() && (gone || isLikelyHidden(signs, area / expectedArea))) {
      Mask none = Mask.empty(view.frameWidth(), view.frameHeight());
      return new Verdict(new FrameResult(none, worth * HIDDEN, hidden(view, belief)), signs);
    }
    if (area == 0 || gone) {
      Mask none = Mask.empty(view.frameWidth(), view.frameHeight());
      return new Verdict(new FrameResult(none, confidence, hidden(view, belief)), signs);
    }
    return new Verdict(
        new FrameResult(view.harden(margins), confidence, Visibility.VISIBLE), signs);
  }

  static Map<Integer, FrameResult> results(Map<Integer, Verdict> verdicts) {
    Map<Integer, FrameResult> results = new HashMap<>();
    verdicts.forEach((frame, verdict) -> results.put(frame, verdict.result()));
    return results;
  }

  /** So little is left, and that in such doubt. */
  private static boolean isLikelyHidden(Signs signs, double size) {
    return size < 0.3 && signs.sure() < 0.25 && signs.trust() < 0.02;
  }

  private static Visibility stillGone(Sides sides) {
    Anchor last = sides.before() == null ? sides.after() : sides.before();
    return last == null ? Visibility.ABSENT : last.visibility();
  }

  /** Out of the picture, or behind something: where was it last thought to be? */
  private static Visibility hidden(View view, Belief belief) {
    PixelBox box = belief.box();
    if (box.isEmpty()) {
      return Visibility.ABSENT;
    }
    double scaleX = (double) view.box().width() / view.width();
    double scaleY = (double) view.box().height() / view.height();
    boolean atEdge =
        view.box().x() + box.x() * scaleX <= EDGE
            || view.box().y() + box.y() * scaleY <= EDGE
            || view.box().x() + box.right() * scaleX >= view.frameWidth() - EDGE
            || view.box().y() + box.bottom() * scaleY >= view.frameHeight() - EDGE;
    return atEdge ? Visibility.ABSENT : Visibility.OCCLUDED;
  }
}
