package io.keyreel.assist.flow;

import io.keyreel.assist.FrameResult;
import io.keyreel.geometry.Mask;
import io.keyreel.geometry.PixelBox;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/** What is remembered of the objects: the keyframes near by for good, good results for a while. */
final class Memories {
  private static final int RECENT = 3;
  private static final double GOOD = 0.75;
  private static final double WHOLE = 0.5;

  private final Recall recall;
  private final Map<UUID, Map<Integer, Memory>> drawn = new HashMap<>();
  private final Map<UUID, List<Memory>> recent = new HashMap<>();

  Memories(Recall recall) {
    this.recall = recall;
  }

  /** Takes in the last good result of a window that shows the object whole. */
  void learn(UUID track, Map<Integer, FrameResult> results) {
    SortedMap<Integer, Mask> good = new TreeMap<>();
    results.forEach((frame, result) -> {
      if ((float) result.confidence() > GOOD && !result.mask().isEmpty()) {
        good.put(frame, result.mask());
      }
    });
    if (!good.isEmpty()) {
      int frame = wholeOne(good);
      List<Memory> kept = recent.computeIfAbsent(track, t -> new ArrayList<>());
      kept.add(recall.remember(Anchor.drawn(frame, Objects.requireNonNull(good.get(frame)))));
      if (kept.size() > RECENT) {
        kept.removeFirst();
      }
    }
  }

  /**
   * The last mask that neither the picture's edge nor what is in front cuts off: by a rest of an
   * object as it goes it would not be known again. The largest if there is none.
   */
  private static int wholeOne(SortedMap<Integer, Mask> masks) {
    long most = masks.values().stream().mapToLong(Mask::area).max().orElseThrow();
    int last = -1;
    int largest = -1;
    for (Map.Entry<Integer, Mask> entry : masks.entrySet()) {
      Mask mask = entry.getValue();
      if (!atEdge(mask) && mask.area() >= WHOLE * most) {
        last = entry.getKey();
      }
      if (mask.area() == most) {
        largest = entry.getKey();
      }
    }
    return last < 0 ? largest : last;
  }

  private static boolean atEdge(Mask mask) {
    PixelBox box = mask.bounds();
    return box.x() == 0
        || box.y() == 0
        || box.right() == mask.width()
        || box.bottom() == mask.height();
  }

  /** The nearest keyframes on both sides that show the object, and what was seen of late. */
  List<Memory> of(Lead lead, int frame) {
    Map<Integer, Memory> known = drawn.computeIfAbsent(lead.track(), t -> new HashMap<>());
    NavigableMap<Integer, Mask> masks = lead.drawn().masks();
    List<Memory> all = new ArrayList<>();
    Stream.of(masks.headMap(frame, true).descendingMap(), masks.tailMap(frame, false))
        .forEach(side ->
            side.entrySet().stream()
                .filter(e -> !e.getValue().isEmpty())
                .findFirst()
                .ifPresent(e ->
                    all.add(
                        known.computeIfAbsent(
                            e.getKey(), t -> recall.remember(Anchor.drawn(t, e.getValue()))))));
    known.keySet().removeIf(t -> all.stream().noneMatch(m -> m.frame() == t));
    all.addAll(recent.getOrDefault(lead.track(), List.of()));
    return all.stream().filter(m -> !m.isEmpty()).toList();
  }
}
