package io.keyreel.assist.flow;

import io.keyreel.assist.flow.CropMaker.Neighbour;
import io.keyreel.geometry.PixelBox;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Refines a window's beliefs outwards from the anchors: each frame sees what its neighbour became.
 */
final class Sweep {
  private final List<Lead> leads;
  private final Window window;
  private final Scene scene;
  private final Refinement refinement;
  private final EvidenceAt evidence;
  private final Beside beside;
  private final Map<Palette, ColourModel> colours = new ConcurrentHashMap<>();

  /** What an anchor says about a frame. */
  @FunctionalInterface
  interface EvidenceAt {
    @Nullable Evidence of(int frame, @Nullable Anchor anchor);
  }

  /** What is believed at a place in the window, or just outside. */
  @FunctionalInterface
  interface Beside {
    @Nullable Belief of(List<Map<UUID, Belief>> beliefs, int index, Lead lead);
  }

  private record Item(int index, Lead lead, Sides sides) {}

  private record Refined(Item item, Belief belief) {}

  private record Palette(UUID track, int before, int after) {}

  Sweep(
      List<Lead> leads,
      Window window,
      Scene scene,
      Refinement refinement,
      EvidenceAt evidence,
      Beside beside) {
    this.leads = leads;
    this.window = window;
    this.scene = scene;
    this.refinement = refinement;
    this.evidence = evidence;
    this.beside = beside;
  }

  /** The window's beliefs by frame, refined. */
  List<Map<UUID, Belief>> refine(List<Map<UUID, Belief>> beliefs, Workers workers) {
    if (!refinement.active(scene.view())) {
      return beliefs;
    }
    List<Map<UUID, Belief>> after = new ArrayList<>();
    beliefs.forEach(of -> after.add(new HashMap<>(of)));
    for (List<Item> ring : rings(beliefs).values()) {
      List<Refined> results =
          workers.map(ring.size(), i -> new Refined(ring.get(i), refine(ring.get(i), after)));
      results.forEach(r -> after.get(r.item.index).put(r.item.lead.track(), r.belief));
    }
    return after;
  }

  /** By distance to the nearest anchor. */
  private SortedMap<Integer, List<Item>> rings(List<Map<UUID, Belief>> beliefs) {
    SortedMap<Integer, List<Item>> rings = new TreeMap<>();
    for (int i = 0; i < beliefs.size(); i++) {
      int frame = window.frames().from() + i;
      for (Lead lead : leads) {
        Sides sides = lead.sides(frame, window.shot());
        if (sides.any()
            && sides.standing(frame) == null
            && beliefs.get(i).containsKey(lead.track())) {
          rings
              .computeIfAbsent(sides.distance(frame), d -> new ArrayList<>())
              .add(new Item(i, lead, sides));
        }
      }
    }
    return rings;
  }

  private Belief refine(Item item, List<Map<UUID, Belief>> beliefs) {
    UUID track = item.lead.track();
    Map<UUID, Belief> here = beliefs.get(item.index);
    Belief own = here.get(track);
    if (own == null) {
      throw new IllegalStateException("no belief about track " + track);
    }
    PixelBox box = Crop.around(own, scene.view().width(), scene.view().height());
    if (box == null) {
      return own;
    }
    int frame = window.frames().from() + item.index;
    Sides sides = item.sides;
    int toNear = sides.leansBack(frame) ? -1 : 1;
    List<Belief> rivals =
        here.entrySet().stream()
            .filter(e -> !e.getKey().equals(track))
            .map(Map.Entry::getValue)
            .toList();
    Crop crop =
        new CropMaker(scene, track, frame, box)
            .belief(own)
            .sides(evidence.of(frame, sides.before()), evidence.of(frame, sides.after()))
            .neighbours(own, neighbour(beliefs, item, toNear), neighbour(beliefs, item, -toNear))
            .rivals(rivals)
            .time(sides.distance(frame), sides.nearness(frame))
            .make(colours(item));
    return refinement.refine(scene.view(), track, frame, crop, own);
  }

  private @Nullable Neighbour neighbour(List<Map<UUID, Belief>> beliefs, Item item, int step) {
    int frame = window.frames().from() + item.index;
    Belief there = beside.of(beliefs, item.index + step, item.lead);
    if (there == null) {
      return null;
    }
    return new Neighbour(there, step < 0 ? scene.toPrevious(frame) : scene.toNext(frame));
  }

  private ColourModel colours(Item item) {
    Anchor before = item.sides.before();
    Anchor after = item.sides.after();
    Palette key =
        new Palette(
            item.lead.track(),
            before == null ? -1 : before.frame(),
            after == null ? -1 : after.frame());
    return colours.computeIfAbsent(
        key,
        k -> {
          ColourModel model = new ColourModel();
          add(model, before);
          add(model, after);
          return model.ready();
        });
  }

  private void add(ColourModel model, @Nullable Anchor anchor) {
    if (anchor != null) {
      model.add(scene.frame(anchor.frame()).lab(), SoftMask.of(scene.view().soften(anchor.mask())));
    }
  }
}
