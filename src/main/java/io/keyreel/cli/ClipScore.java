package io.keyreel.cli;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * One clip's result.
 *
 * @param every the distance between keyframes
 * @param flicker change from frame to frame that the truth lacks, as a share of the object
 * @param millisPerFrame wall-clock time
 */
record ClipScore(
    String clip,
    int every,
    int objects,
    List<Score> scores,
    double flicker,
    double millisPerFrame) {
  double mean(ToDoubleFunction<Score> value) {
    return scores.stream().mapToDouble(value).average().orElse(1);
  }
}
