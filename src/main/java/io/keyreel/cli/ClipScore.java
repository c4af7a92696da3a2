package io.keyreel.cli;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * One clip's result.
 *
 * @param every the distance between keyframes
 * @param flicker how much masks jump from frame to frame
 * @param truthFlicker how much the truth does, measured the same way
 * @param switches how often a mask moves over to another object
 * @param millisPerFrame wall-clock time
 * @param peakMegabytes the most memory the process has held so far
 * @param sheet pictures of the worst frame
 */
record ClipScore(
    String clip,
    int every,
    int objects,
    List<Score> scores,
    double flicker,
    double truthFlicker,
    int switches,
    double millisPerFrame,
    long peakMegabytes,
    ContactSheet sheet) {
  double mean(ToDoubleFunction<Score> value) {
    return scores.stream().mapToDouble(value).average().orElse(1);
  }
}
