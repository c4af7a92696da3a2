package io.keyreel.assist.flow;

import org.jspecify.annotations.Nullable;

/**
 * What leads a track into one frame.
 *
 * @param before the nearest anchor in front, if it reaches
 * @param after the nearest anchor behind, if it reaches
 */
record Sides(@Nullable Anchor before, @Nullable Anchor after) {
  /** Frames between anchors in which nothing comes and goes unseen. */
  static final int NEAR = 30;

  static final Sides NONE = new Sides(null, null);

  /** Less an anchor that only lost the object, where the other one shows it. */
  Sides telling() {
    if (before == null || after == null) {
      return this;
    }
    if (before.isLost() && !after.mask().isEmpty()) {
      return new Sides(null, after);
    }
    return after.isLost() && !before.mask().isEmpty() ? new Sides(before, null) : this;
  }

  /** 1 at the drawn frame in front, 0 at the one behind. */
  float nearness(int frame) {
    if (before == null || after == null) {
      return before == null ? 0 : 1;
    }
    return (float) (after.origin() - frame) / (after.origin() - before.origin());
  }

  /** Frames to the nearest anchor. */
  int distance(int frame) {
    int back = before == null ? Integer.MAX_VALUE : frame - before.frame();
    int ahead = after == null ? Integer.MAX_VALUE : after.frame() - frame;
    return Math.min(back, ahead);
  }

  /** The IoU to expect of the anchors, the nearer one counting more. */
  float worth(int frame) {
    float nearness = nearness(frame);
    return (before == null ? 0 : nearness * before.worth())
        + (after == null ? 0 : (1 - nearness) * after.worth());
  }

  /** The anchor of this very frame, found in it. */
  @Nullable Anchor standing(int frame) {
    return before != null && before.frame() == frame ? before : null;
  }

  /** Whether none of the anchors has anything to send. */
  boolean empty() {
    return (before == null || before.mask().isEmpty()) && (after == null || after.mask().isEmpty());
  }

  /** Whether the anchor in front is the nearer one. */
  boolean leansBack(int frame) {
    return after == null || before != null && frame - before.frame() <= after.frame() - frame;
  }

  boolean oneSided() {
    return before == null || after == null;
  }

  /** Whether the object may well come and go here: no two anchors are near each other. */
  boolean open() {
    return before == null || after == null || after.frame() - before.frame() > NEAR;
  }

  boolean any() {
    return before != null || after != null;
  }
}
