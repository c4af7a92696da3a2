package io.keyreel.assist;

import java.util.NavigableMap;
import java.util.Optional;

/**
 * Which frame of a track to label next: the one whose label takes away most doubt around it. One
 * rule for the annotator, for REST and for {@code eval}.
 *
 * @param frame the frame to draw or mend
 * @param gain how many frames' worth of doubt its label mends
 */
public record NextKeyframe(int frame, double gain) {
  /** A label mends its neighbours less, the farther they are; from here on not at all. */
  private static final int REACH = 15;

  private static final double TIE = 1e-9;

  /**
   * @param open the confidence of each frame that nobody has confirmed; a frame that is missing is
   *     confirmed, and no label mends beyond it
   */
  public static Optional<NextKeyframe> of(NavigableMap<Integer, ? extends Number> open) {
    NextKeyframe best = null;
    for (int frame : open.keySet()) {
      double gain = gain(open, frame);
      if (best == null || gain > best.gain() + TIE) {
        best = new NextKeyframe(frame, gain);
      }
    }
    return Optional.ofNullable(best);
  }

  private static double gain(NavigableMap<Integer, ? extends Number> open, int frame) {
    double gain = doubt(open, frame);
    for (int step : new int[] {-1, 1}) {
      for (int away = 1; away < REACH && open.containsKey(frame + step * away); away++) {
        gain += doubt(open, frame + step * away) * (1 - (double) away / REACH);
      }
    }
    return gain;
  }

  private static double doubt(NavigableMap<Integer, ? extends Number> open, int frame) {
    Number confidence = open.get(frame);
    return confidence == null ? 0 : 1 - confidence.doubleValue();
  }
}
