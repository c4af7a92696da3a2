package io.keyreel.assist.flow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The way from an anchor through the frames on one side of it.
 *
 * @param wanted the tracks to carry, by frame; not empty
 */
record Stretch(int keyframe, boolean forward, NavigableMap<Integer, List<Lead>> wanted) {

  /** All ways into a window. */
  static List<Stretch> into(List<Lead> leads, Window window) {
    NavigableMap<Integer, Stretch> ahead = new TreeMap<>();
    NavigableMap<Integer, Stretch> back = new TreeMap<>();
    for (int t = window.frames().from(); t < window.frames().to(); t++) {
      for (Lead lead : leads) {
        Sides sides = lead.sides(t, window.shot());
        if (!sides.empty()) {
          add(ahead, sides.before(), true, t, lead);
          add(back, sides.after(), false, t, lead);
        }
      }
    }
    List<Stretch> all = new ArrayList<>(ahead.values());
    all.addAll(back.values());
    return all;
  }

  private static void add(
      NavigableMap<Integer, Stretch> stretches,
      @Nullable Anchor anchor,
      boolean forward,
      int frame,
      Lead lead) {
    if (anchor != null && anchor.frame() != frame) {
      stretches
          .computeIfAbsent(anchor.frame(), k -> new Stretch(k, forward, new TreeMap<>()))
          .wanted
          .computeIfAbsent(frame, f -> new ArrayList<>())
          .add(lead);
    }
  }

  int last() {
    return forward ? wanted.lastKey() : wanted.firstKey();
  }

  List<Lead> leads() {
    return wanted.values().stream()
        .flatMap(List::stream)
        .distinct()
        .sorted(Comparator.comparing(Lead::track))
        .toList();
  }
}
