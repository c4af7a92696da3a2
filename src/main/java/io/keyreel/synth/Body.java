package io.keyreel.synth;

import java.util.List;

/** What an actor looks like, in units of its height, standing on v = 0 with v downwards. */
@FunctionalInterface
interface Body {
  /**
   * The parts, back to front.
   *
   * @param phase radians of its gait
   */
  List<Part> pose(double phase);
}
