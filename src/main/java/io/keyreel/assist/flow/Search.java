package io.keyreel.assist.flow;

import io.keyreel.assist.FrameResult;
import io.keyreel.geometry.Mask;
import io.keyreel.kernel.FrameRange;
import io.keyreel.vision.FrameSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Looks for objects where a window lost them. */
final class Search {
  private static final double BETTER = 0.15;
  private static final double TAKEN = 0.5;
  private static final int STRIDE = 5;
  private static final int FIRST = 6;

  private final Recall recall;
  private final Memories memories;

  Search(FrameSource frames, Workers workers) {
    this.recall = new Recall(frames, workers);
    this.memories = new Memories(recall);
  }

  /** Whether something was found that now leads into the window. */
  boolean findAgain(
      List<Lead> leads, Window window, Map<UUID, SortedMap<Integer, Verdict>> results) {
    boolean found = false;
    for (Lead lead : leads) {
      SortedMap<Integer, Verdict> own = results.get(lead.track());
      List<Integer> lost =
          own == null
              ? List.of()
              : lost(lead, window, own, lead.absence().and(Verdict.results(own)));
      if (own == null || lost.isEmpty()) {
        continue;
      }
      Anchor anchor =
          recall.find(
              lead.track(),
              memories.of(lead, lost.getFirst()),
              lost,
              frame -> others(lead, frame, leads, results));
      if (anchor != null && better(anchor, own.get(anchor.frame()))) {
        lead.foundAgain(anchor);
        found = true;
      }
    }
    return found;
  }

  /** Where the object of another shot shows in the first frames of this one, if it does. */
  @Nullable Anchor findInShot(Lead lead, FrameRange shot) {
    List<Integer> first = new ArrayList<>();
    for (int t = shot.from() + 1; t < shot.to() && first.size() < FIRST; t += STRIDE) {
      first.add(t);
    }
    return recall.find(lead.track(), memories.of(lead, shot.from()), first, frame -> List.of());
  }

  private static boolean better(Anchor anchor, @Nullable Verdict now) {
    return now == null
        || now.result().mask().isEmpty()
        || anchor.worth() > Recall.worth(now) + BETTER;
  }

  /**
   * Some of the frames in which the object does not show, or hardly, or shows again after it was
   * gone: what is carried past its absence is carried by chance. Not those a person left so.
   */
  private static List<Integer> lost(
      Lead lead, Window window, SortedMap<Integer, Verdict> results, Absence absence) {
    List<Integer> lost = new ArrayList<>();
    results.forEach((frame, verdict) -> {
      Sides sides = lead.sides(frame, window.shot());
      if (sides.open()
          && !lead.isDrawnGone(frame, window.shot())
          && (Absence.isLost(verdict.result()) || absence.parts(sides, frame))) {
        lost.add(frame);
      }
    });
    List<Integer> some = new ArrayList<>();
    for (int i = lost.size() - 1; i >= 0; i -= STRIDE) {
      some.addFirst(lost.get(i));
    }
    return some;
  }

  private static List<Mask> others(
      Lead lead, int frame, List<Lead> leads, Map<UUID, SortedMap<Integer, Verdict>> results) {
    List<Mask> masks = new ArrayList<>();
    for (Lead other : leads) {
      if (other.track().equals(lead.track())) {
        continue;
      }
      Mask drawn = other.drawn().masks().get(frame);
      SortedMap<Integer, Verdict> of = results.get(other.track());
      Verdict verdict = of == null ? null : of.get(frame);
      if (drawn != null) {
        masks.add(drawn);
      } else if (verdict != null && verdict.result().confidence() > TAKEN) {
        masks.add(verdict.result().mask());
      }
    }
    return masks;
  }

  void learn(Lead lead, Map<Integer, FrameResult> results) {
    memories.learn(lead.track(), results);
  }
}
