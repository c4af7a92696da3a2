package io.keyreel.assist.flow;

import io.keyreel.assist.Visibility;
import io.keyreel.geometry.Mask;

/**
 * A mask that leads into other frames: drawn by a person, carried from one that is far, or found
 * again.
 *
 * @param worth the IoU to expect of it; 1 when drawn
 * @param origin the drawn frame that it goes back to
 * @param visibility what it says of its own frame
 */
record Anchor(int frame, Mask mask, float worth, int origin, Visibility visibility) {
  static Anchor drawn(int frame, Mask mask) {
    return new Anchor(
        frame, mask, 1, frame, mask.isEmpty() ? Visibility.ABSENT : Visibility.VISIBLE);
  }

  /** Whether the engine lost the object here: nobody said that it is gone. */
  boolean isLost() {
    return mask.isEmpty() && worth < 1;
  }
}
