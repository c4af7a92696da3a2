package io.keyreel.assist.segment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a prompt may mean, the likeliest first.
 *
 * @param scores the overlap that the judge expects of each
 */
record Readings(List<boolean[]> sets, List<Float> scores) {
  private static final int SEEDED = 12;
  private static final int MENDED = 3;

  /** Judges all, mends the best ones by their own looks, and judges these among the others. */
  static Readings of(Scene scene, Judge judge, Ask ask, List<boolean[]> found) {
    Traits traits = new Traits(scene, ask);
    List<boolean[]> sets = new ArrayList<>();
    found.forEach(set -> addNew(sets, set));
    List<boolean[]> first = judged(judge, ask, sets, traits.of(sets, false)).sets;
    List<boolean[]> second = new ArrayList<>(first.subList(0, Math.min(SEEDED, first.size())));
    for (boolean[] set : first.subList(0, Math.min(MENDED, first.size()))) {
      for (boolean[] mended : Hypotheses.mended(scene, ask, set)) {
        addNew(second, mended);
      }
    }
    Readings best = judged(judge, ask, second, traits.of(second, true));
    List<boolean[]> all = new ArrayList<>(best.sets);
    all.addAll(first.subList(Math.min(SEEDED, first.size()), first.size()));
    return new Readings(all, best.scores);
  }

  private static void addNew(List<boolean[]> sets, boolean[] set) {
    if (sets.stream().noneMatch(other -> Arrays.equals(other, set))) {
      sets.add(set);
    }
  }

  private static Readings judged(Judge judge, Ask ask, List<boolean[]> sets, float[][] traits) {
    float[] scores = judge.scores(ask, sets, traits);
    List<Integer> order =
        IntStream.range(0, scores.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -scores[i]))
            .toList();
    return new Readings(
        order.stream().map(sets::get).toList(), order.stream().map(i -> scores[i]).toList());
  }
}
