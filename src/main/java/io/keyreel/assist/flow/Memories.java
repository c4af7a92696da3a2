package io.keyreel.assist.flow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What is remembered of the objects: the keyframes near by for good, good results for a while. */
final class Memories {
  private static final int KEYFRAMES = 3;
  private static final int RECENT = 3;
  private static final double GOOD = 0.75;

  private final Recall recall;
  private final Map<UUID, Map<Integer, Memory>> drawn = new HashMap<>();
  private final Map<UUID, List<Memory>> recent = new HashMap<>();

  Memories(Recall recall) {
    this.recall = recall;
  }

  /** Takes in the best result of a window. */
  void learn(UUID track, Map<Integer, Verdict> results) {
    results.entrySet().stream()
        .filter(e -> e.getValue().result().confidence() > GOOD)
        .filter(e -> !e.getValue().result().mask().isEmpty())
        .max(Comparator.comparingInt(Map.Entry::getKey))
        .ifPresent(e -> {
          List<Memory> kept = recent.computeIfAbsent(track, t -> new ArrayList<>());
          kept.add(recall.remember(Anchor.drawn(e.getKey(), e.getValue().result().mask())));
          if (kept.size() > RECENT) {
            kept.removeFirst();
          }
        });
  }

  List<Memory> of(Lead lead, int frame) {
    Map<Integer, Memory> known = drawn.computeIfAbsent(lead.track(), t -> new LinkedHashMap<>());
    List<Memory> all = new ArrayList<>();
    lead.drawn().masks().entrySet().stream()
        .filter(e -> !e.getValue().isEmpty())
        .sorted(Comparator.comparingInt(e -> Math.abs(e.getKey() - frame)))
        .limit(KEYFRAMES)
        .forEach(e ->
            all.add(
                known.computeIfAbsent(
                    e.getKey(), t -> recall.remember(Anchor.drawn(t, e.getValue())))));
    known.keySet().removeIf(t -> all.stream().noneMatch(m -> m.frame() == t));
    all.addAll(recent.getOrDefault(lead.track(), List.of()));
    return all.stream().filter(m -> !m.isEmpty()).toList();
  }
}
