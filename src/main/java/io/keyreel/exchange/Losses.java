package io.keyreel.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a format could not carry, for people: never lost silently. */
final class Losses {
  private final List<String> general = new ArrayList<>();
  private final Map<String, Integer> counted = new TreeMap<>();

  void add(String sentence) {
    if (!general.contains(sentence)) {
      general.add(sentence);
    }
  }

  /** Counts one more of what {@code sentence} says. */
  void count(String sentence) {
    counted.merge(sentence, 1, Integer::sum);
  }

  List<String> list() {
    List<String> all = new ArrayList<>(general);
    counted.forEach((sentence, count) -> all.add("%s (%d times)".formatted(sentence, count)));
    return List.copyOf(all);
  }
}
