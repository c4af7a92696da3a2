package io.keyreel.assist.flow;

import io.keyreel.geometry.Mask;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One window of time: walks from each keyframe that reaches into it, then judges each frame. */
final class WindowRun {
  private final List<Lead> leads;
  private final Window window;
  private final Scene scene;
  private final Workers workers;
  private final Refinement refinement;
  private final Map<Key, Evidence> evidence = new HashMap<>();

  /** A frame, and the keyframe that speaks about it. */
  private record Key(int frame, int keyframe) {}

  WindowRun(List<Lead> leads, Window window, Scene scene, Workers workers, Refinement refinement) {
    this.leads = leads;
    this.window = window;
    this.scene = scene;
    this.workers = workers;
    this.refinement = refinement;
  }

  /** Verdicts by track, then by frame. */
  Map<UUID, SortedMap<Integer, Verdict>> run(Runnable step) {
    for (Stretch stretch : Stretch.into(leads, window)) {
      new Walk(scene, stretch)
          .look(
              (frame, link, masks) -> {
                Evidence found = Evidence.gather(scene, frame, stretch.keyframe(), link, masks);
                step.run();
                return found;
              },
              workers)
          .forEach((frame, found) -> evidence.put(new Key(frame, stretch.keyframe()), found));
    }
    int count = window.frames().length();
    List<Map<UUID, Belief>> raw = workers.map(count, i -> beliefs(window.frames().from() + i));
    List<Map<UUID, Belief>> even = workers.map(count, i -> smooth(raw, i));
    List<Map<UUID, Belief>> refined =
        new Sweep(leads, window, scene, refinement, this::evidence, this::neighbour)
            .refine(even, workers);
    List<Map<UUID, Verdict>> judged =
        workers.map(count, i -> judge(window.frames().from() + i, refined.get(i)));
    Map<UUID, SortedMap<Integer, Verdict>> results = new HashMap<>();
    for (int i = 0; i < judged.size(); i++) {
      int frame = window.frames().from() + i;
      judged
          .get(i)
          .forEach((track, verdict) ->
              results.computeIfAbsent(track, t -> new TreeMap<>()).put(frame, verdict));
    }
    return results;
  }

  private Map<UUID, Belief> beliefs(int frame) {
    Map<UUID, Belief> beliefs = new HashMap<>();
    for (Lead lead : leads) {
      Sides sides = lead.sides(frame, window.shot());
      Mask drawn = lead.drawn().masks().get(frame);
      Anchor standing = sides.standing(frame);
      if (drawn != null) {
        beliefs.put(lead.track(), certain(drawn));
      } else if (standing != null) {
        beliefs.put(lead.track(), certain(standing.mask()));
      } else if (sides.any() && sides.empty()) {
        beliefs.put(lead.track(), Belief.certain(SoftMask.NONE));
      } else if (sides.any()) {
        beliefs.put(
            lead.track(),
            Belief.of(
                scene.view().width(),
                side(lead, frame, sides.before()),
                side(lead, frame, sides.after()),
                sides.nearness(frame)));
      }
    }
    return beliefs;
  }

  private Belief.@Nullable Side side(Lead lead, int frame, @Nullable Anchor anchor) {
    if (anchor == null) {
      return null;
    }
    Evidence found = evidence(frame, anchor);
    return found == null ? null : new Belief.Side(found, found.mask(lead.track()), anchor.worth());
  }

  private @Nullable Evidence evidence(int frame, @Nullable Anchor anchor) {
    return anchor == null ? null : evidence.get(new Key(frame, anchor.frame()));
  }

  private Map<UUID, Belief> smooth(List<Map<UUID, Belief>> raw, int i) {
    int frame = window.frames().from() + i;
    Smoothing smoothing = new Smoothing(scene);
    Map<UUID, Belief> even = new HashMap<>(raw.get(i));
    for (Lead lead : leads) {
      if (!lead.isDrawn(frame)) {
        even.computeIfPresent(
            lead.track(),
            (id, belief) ->
                smoothing.smooth(
                    frame, belief, neighbour(raw, i - 1, lead), neighbour(raw, i + 1, lead)));
      }
    }
    return even;
  }

  private @Nullable Belief neighbour(List<Map<UUID, Belief>> raw, int i, Lead lead) {
    if (i >= 0 && i < raw.size()) {
      return raw.get(i).get(lead.track());
    }
    int frame = window.frames().from() + i;
    Anchor anchor = window.shot().contains(frame) ? lead.at(frame, i < 0) : null;
    return anchor == null ? null : certain(anchor.mask());
  }

  private Belief certain(Mask mask) {
    return Belief.certain(SoftMask.of(scene.view().soften(mask)));
  }

  private Map<UUID, Verdict> judge(int frame, Map<UUID, Belief> beliefs) {
    List<Belief> rivals = List.copyOf(beliefs.values());
    Map<UUID, Verdict> verdicts = new HashMap<>();
    for (Lead lead : leads) {
      Belief belief = beliefs.get(lead.track());
      if (belief != null && !lead.isDrawn(frame)) {
        Sides sides = lead.sides(frame, window.shot());
        verdicts.put(
            lead.track(),
            Verdict.of(
                scene.view(),
                belief,
                Contest.margins(belief, rivals),
                expectedArea(frame, sides),
                sides,
                frame));
      }
    }
    return verdicts;
  }

  private double expectedArea(int frame, Sides sides) {
    double nearness = sides.nearness(frame);
    double pixels = nearness * area(sides.before()) + (1 - nearness) * area(sides.after());
    View view = scene.view();
    return pixels * view.width() * view.height() / view.box().width() / view.box().height();
  }

  private static double area(@Nullable Anchor anchor) {
    return anchor == null ? 0 : anchor.mask().area();
  }
}
