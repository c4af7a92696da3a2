package io.keyreel.cli;

import io.keyreel.assist.FrameResult;
import io.keyreel.assist.Visibility;
import io.keyreel.geometry.Mask;
import io.keyreel.geometry.MaskShape;
import io.keyreel.geometry.Masks;
import io.keyreel.vision.FrameSource;

/** A result in little memory, to be kept for all frames of a long clip. */
record Kept(MaskShape shape, double confidence, Visibility visibility) {
  static Kept of(FrameResult result) {
    return new Kept(Masks.toShape(result.mask()), result.confidence(), result.visibility());
  }

  Mask mask(FrameSource source) {
    return Masks.of(shape, source.width(), source.height());
  }
}
