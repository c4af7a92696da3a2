package io.keyreel.cli;

import java.util.Set;

/**
 * One object in one frame that was no keyframe.
 *
 * @param j intersection over union with the truth
 * @param f boundary measure
 * @param confidence what the engine foretold for {@code j}
 * @param shown whether the engine shows the object
 * @param present whether it is there in truth
 * @param swapped whether the mask lies on another object instead
 * @param slices what makes the frame hard
 */
record Score(
    int frame,
    int object,
    double j,
    double f,
    double confidence,
    boolean shown,
    boolean present,
    boolean swapped,
    Set<Slice> slices) {
  double jAndF() {
    return (j + f) / 2;
  }
}
