package io.keyreel.demo;

import io.keyreel.synth.ClipGenerator;
import io.keyreel.synth.ClipSpec;
import io.keyreel.synth.SynthClip;
import java.util.List;

/**
 * A generated recording and how far its work has come.
 *
 * @param objects how many of its objects have tracks
 * @param step frames from one labelled keyframe to the next
 */
record Scene(String name, long seed, int objects, int step, Goal goal) {
  /** Where the task of a recording stands when the demo is loaded. */
  enum Goal {
    OPEN,
    IN_WORK,
    IN_REVIEW,
    APPROVED
  }

  static final List<Scene> ALL =
      List.of(
          new Scene("Crossing by the bushes", 1, 3, 71, Goal.IN_REVIEW),
          new Scene("Walk with the goat", 9, 2, 12, Goal.APPROVED),
          new Scene("Green car at the field", 19, 1, 36, Goal.IN_WORK),
          new Scene("Bird over the trees", 16, 0, 1, Goal.OPEN));

  private static final int WIDTH = 640;
  private static final int HEIGHT = 360;
  private static final int FRAMES = 72;

  String fileName() {
    return name + ".avi";
  }

  SynthClip clip() {
    return ClipGenerator.generate(new ClipSpec(seed, WIDTH, HEIGHT, FRAMES));
  }
}
