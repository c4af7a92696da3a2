package io.keyreel.labels;

import io.keyreel.kernel.FrameRange;
import io.keyreel.kernel.UserError;

/** The frames an operation touches, for the guard; what is about a whole track touches all. */
final class Touched {
  private Touched() {}

  static FrameRange by(Op op, LockedSet set) {
    return switch (op) {
      case Op.TrackCreate _,
          Op.TrackUpdate _,
          Op.TrackDelete _,
          Op.TrackRestore _,
          Op.AcceptanceDelete _,
          Op.EventDelete _,
          Op.TagPut _,
          Op.TagDelete _,
          Op.Malformed _ ->
          new FrameRange(0, Math.max(1, set.frameCount()));
      case Op.KeyframePut put -> frame(put.frame());
      case Op.KeyframeCommit commit -> frame(commit.frame());
      case Op.KeyframeDelete delete -> frame(delete.frame());
      case Op.StatePut put -> frame(put.frame());
      case Op.StateDelete delete -> frame(delete.frame());
      case Op.AcceptancePut put -> new FrameRange(put.from(), put.to());
      case Op.EventPut put -> new FrameRange(put.from(), put.to());
    };
  }

  private static FrameRange frame(int frame) {
    if (frame < 0) {
      throw new UserError.Invalid("Frame %d does not exist: frames count from 0.".formatted(frame));
    }
    return new FrameRange(frame, frame + 1);
  }
}
