package io.keyreel.assist.segment;

import java.util.List;

/** Says how well each answer is expected to meet what was meant. */
@FunctionalInterface
interface Judge {
  /** Fitted to generated clips by {@code ./keyreel calibrate-prompts}. */
  static Judge fitted() {
    return of(Forest.read("judge.txt"));
  }

  static Judge of(Forest forest) {
    return (ask, sets, traits) -> {
      float[] scores = new float[traits.length];
      for (int i = 0; i < scores.length; i++) {
        scores[i] = Math.clamp(forest.value(traits[i]), 0, 1);
      }
      return scores;
    };
  }

  float[] scores(Ask ask, List<boolean[]> sets, float[][] traits);
}
