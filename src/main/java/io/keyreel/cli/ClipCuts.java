package io.keyreel.cli;

import io.keyreel.vision.FrameSource;
import io.keyreel.vision.Images;
import io.keyreel.vision.ShotDetector;
import java.util.List;

/** Finds the shots of frames that come without any. */
final class ClipCuts {
  private static final int LINES = 180;

  private ClipCuts() {}

  /** The first frames of all shots but the first. */
  static List<Integer> of(FrameSource frames) {
    try (ShotDetector detector = new ShotDetector()) {
      for (int t = 0; t < frames.frameCount(); t++) {
        detector.accept(Images.shrink(frames.frame(t), LINES));
      }
      return detector.finish(frames.frameCount()).stream()
          .map(shot -> shot.frames().from())
          .filter(start -> start > 0)
          .toList();
    }
  }
}
