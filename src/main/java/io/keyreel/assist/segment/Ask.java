package io.keyreel.assist.segment;

import io.keyreel.geometry.PixelBox;
import org.jspecify.annotations.Nullable;

/**
 * What is to be found next, in a scene.
 *
 * @param before what was found so far, by region
 * @param hard by region: 1 belongs to it, -1 does not, 0 nobody said
 * @param fresh the regions that were just said something of
 * @param in what was said of them
 * @param x where about, in pixels of the scene
 * @param y where about, in pixels of the scene
 * @param box where it lies, if that was said
 * @param turn how many things were said, this one counted
 */
@SuppressWarnings("ArrayRecordComponent")
record Ask(
    boolean[] before,
    byte[] hard,
    int[] fresh,
    boolean in,
    float x,
    float y,
    @Nullable PixelBox box,
    int turn) {

  /** The same, after something was found. */
  Ask after(boolean[] found) {
    return new Ask(found, hard, fresh, in, x, y, box, turn);
  }

  /** Whether what was said is news: something in there has the other label so far. */
  boolean news() {
    for (int region : fresh) {
      if (before[region] != in) {
        return true;
      }
    }
    return false;
  }

  boolean blank() {
    for (boolean is : before) {
      if (is) {
        return false;
      }
    }
    return true;
  }
}
