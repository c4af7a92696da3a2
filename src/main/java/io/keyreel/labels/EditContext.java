package io.keyreel.labels;

import io.keyreel.kernel.UserError;
import java.time.Instant;
import java.util.UUID;

/** What every edit of a transaction knows. */
record EditContext(LockedSet set, UUID author, Instant now) {
  void requireFrame(int frame) {
    if (frame < 0 || frame >= set.frameCount()) {
      throw new UserError.Invalid(
          "Frame %d does not exist: the video has frames 0 to %d; choose one of them."
              .formatted(frame, set.frameCount() - 1));
    }
  }
}
