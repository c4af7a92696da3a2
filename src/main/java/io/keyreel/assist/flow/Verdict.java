package io.keyreel.assist.flow;

import io.keyreel.assist.FrameResult;
import io.keyreel.assist.Visibility;
import io.keyreel.geometry.Mask;

/** The result for a frame. */
final class Verdict {
  private Verdict() {}

  static FrameResult of(Mask mask, Belief belief) {
    return new FrameResult(
        mask, belief.trust(), mask.isEmpty() ? Visibility.ABSENT : Visibility.VISIBLE);
  }
}
