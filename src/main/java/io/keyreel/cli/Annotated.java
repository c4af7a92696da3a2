package io.keyreel.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a scripted annotator got on with one clip.
 *
 * @param everyFrame seconds that drawing every frame would take
 * @param steps after each keyframe
 */
record Annotated(
    String clip, Placement placement, int frames, double everyFrame, List<Step> steps) {
  /** The mean J at which the work is done. */
  static final double ENOUGH = 0.90;

  /**
   * What stands after some work.
   *
   * @param seconds what it cost so far
   * @param j the mean J of what nobody drew or marked
   * @param all the mean J of all frames, those drawn being right
   */
  record Step(double seconds, int drawn, int corrected, int looks, double j, double all) {}

  /** When what the engine filled in is good enough by itself; null if it never was. */
  @Nullable Step done() {
    return steps.stream().filter(step -> step.j() >= ENOUGH).findFirst().orElse(null);
  }

  /** When the whole clip is good enough, the frames drawn counting as right. */
  @Nullable Step delivered() {
    return steps.stream().filter(step -> step.all() >= ENOUGH).findFirst().orElse(null);
  }

  /** The cost up to a step, as a share of drawing every frame. */
  double share(@Nullable Step step) {
    return step == null ? 1 : step.seconds() / everyFrame;
  }
}
