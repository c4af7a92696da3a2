package io.keyreel.cli;

import io.keyreel.assist.NextKeyframe;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/** Where a scripted annotator puts the next keyframe. */
enum Placement {
  /** Where the product says: at the frame whose label takes away most doubt. */
  LEAST_SURE("where the engine is least sure") {
    @Override
    Optional<Spot> next(Map<Integer, NavigableMap<Integer, Double>> open, Random random) {
      return best(open, frames -> NextKeyframe.of(frames).map(n -> new Spot(n.frame(), n.gain())));
    }
  },
  /** By halves, whatever the engine says. */
  EVEN("in the middle of the longest gap") {
    @Override
    Optional<Spot> next(Map<Integer, NavigableMap<Integer, Double>> open, Random random) {
      return best(open, Placement::longest);
    }
  },
  RANDOM("anywhere") {
    @Override
    Optional<Spot> next(Map<Integer, NavigableMap<Integer, Double>> open, Random random) {
      int left = open.values().stream().mapToInt(Map::size).sum();
      int chosen = left == 0 ? 0 : random.nextInt(left);
      for (Map.Entry<Integer, NavigableMap<Integer, Double>> entry : open.entrySet()) {
        if (chosen < entry.getValue().size()) {
          int frame = entry.getValue().keySet().stream().skip(chosen).findFirst().orElseThrow();
          return Optional.of(new Spot(entry.getKey(), frame, 0));
        }
        chosen -= entry.getValue().size();
      }
      return Optional.empty();
    }
  };

  private final String meaning;

  Placement(String meaning) {
    this.meaning = meaning;
  }

  /** A frame of an object, and how much speaks for it. */
  record Spot(int object, int frame, double weight) {
    Spot(int frame, double weight) {
      this(0, frame, weight);
    }
  }

  private interface Rule {
    Optional<Spot> of(NavigableMap<Integer, Double> frames);
  }

  /**
   * @param open the confidences of the frames that nobody drew, by object
   */
  abstract Optional<Spot> next(Map<Integer, NavigableMap<Integer, Double>> open, Random random);

  String meaning() {
    return meaning;
  }

  String key() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  private static Optional<Spot> best(Map<Integer, NavigableMap<Integer, Double>> open, Rule rule) {
    Spot best = null;
    for (Map.Entry<Integer, NavigableMap<Integer, Double>> entry : open.entrySet()) {
      Spot spot = rule.of(entry.getValue()).orElse(null);
      if (spot != null && (best == null || spot.weight() > best.weight())) {
        best = new Spot(entry.getKey(), spot.frame(), spot.weight());
      }
    }
    return Optional.ofNullable(best);
  }

  private static Optional<Spot> longest(NavigableMap<Integer, Double> frames) {
    Spot best = null;
    for (Map.Entry<Integer, Integer> run : runs(frames).entrySet()) {
      int length = run.getValue() - run.getKey();
      if (best == null || length > best.weight()) {
        best = new Spot(run.getKey() + length / 2, length);
      }
    }
    return Optional.ofNullable(best);
  }

  /** First frame and end of each stretch without a hole. */
  private static NavigableMap<Integer, Integer> runs(NavigableMap<Integer, Double> frames) {
    NavigableMap<Integer, Integer> runs = new TreeMap<>();
    for (int frame : frames.keySet()) {
      Map.Entry<Integer, Integer> last = runs.lastEntry();
      if (last != null && last.getValue() == frame) {
        runs.put(last.getKey(), frame + 1);
      } else {
        runs.put(frame, frame + 1);
      }
    }
    return runs;
  }
}
