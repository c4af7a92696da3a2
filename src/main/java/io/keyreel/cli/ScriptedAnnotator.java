package io.keyreel.cli;

import io.keyreel.assist.PropagationRequest;
import io.keyreel.assist.Propagator;
import io.keyreel.assist.TrackKeyframes;
import io.keyreel.geometry.Mask;
import io.keyreel.geometry.Metrics;
import io.keyreel.kernel.Cancellation;
import io.keyreel.kernel.FrameRange;
import io.keyreel.kernel.Progress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Works as a person would: draws each object where it first shows, lets the engine fill in the rest
 * and goes on adding keyframes, one at a time, until what the engine filled in is good enough. Each
 * keyframe is the truth of its frame; only the gap that it parts is filled anew.
 */
final class ScriptedAnnotator {
  /** Seconds to draw a mask, to mend one that lies mostly right, and to look at a frame. */
  static final double MASK = 80;

  static final double CORRECTION = 20;
  static final double LOOK = 1.5;

  /** A proposal that overlaps the truth by less is drawn anew. */
  private static final double WORTH_MENDING = 0.5;

  private final ClipFolder clip;
  private final List<Integer> cuts;
  private final Propagator engine;
  private final Placement placement;
  private final Random random;
  private final Map<Integer, NavigableMap<Integer, Mask>> drawn = new TreeMap<>();
  private final Map<Integer, NavigableMap<Integer, Double>> open = new TreeMap<>();
  private final Map<Integer, Map<Integer, Double>> overlaps = new HashMap<>();
  private final List<Annotated.Step> steps = new ArrayList<>();
  private int masks;
  private int corrections;
  private int looks;

  ScriptedAnnotator(
      ClipFolder clip, List<Integer> cuts, Propagator engine, Placement placement, long seed) {
    this.clip = clip;
    this.cuts = cuts;
    this.engine = engine;
    this.placement = placement;
    this.random = new Random(seed);
  }

  Annotated work(Progress progress) {
    int frames = clip.frames().frameCount();
    clip.truth().objects().forEach(this::begin);
    for (int object : drawn.keySet()) {
      fill(object, new FrameRange(0, frames));
    }
    note(progress);
    while (steps.getLast().j() < Annotated.ENOUGH) {
      Placement.Spot spot = placement.next(open, random).orElse(null);
      if (spot == null) {
        break;
      }
      add(spot);
      note(progress);
    }
    return new Annotated(clip.name(), placement, frames, everyFrame(), steps);
  }

  /** Draws an object where it first shows and marks it absent before. */
  private void begin(int object) {
    int first = 0;
    while (clip.truth(first, object).isEmpty()) {
      first++;
    }
    NavigableMap<Integer, Mask> keyframes = new TreeMap<>();
    keyframes.put(first, clip.truth(first, object));
    masks++;
    if (first > 0) {
      keyframes.put(0, clip.truth(0, object));
      keyframes.put(first - 1, clip.truth(first - 1, object));
      looks++;
    }
    NavigableMap<Integer, Double> unknown = new TreeMap<>();
    for (int frame = first + 1; frame < clip.frames().frameCount(); frame++) {
      unknown.put(frame, 0.0);
    }
    drawn.put(object, keyframes);
    open.put(object, unknown);
    overlaps.put(object, new HashMap<>());
  }

  private void add(Placement.Spot spot) {
    int object = spot.object();
    int frame = spot.frame();
    NavigableMap<Integer, Mask> keyframes = keyframes(object);
    Mask truth = clip.truth(frame, object);
    looks++;
    if (!truth.isEmpty()) {
      boolean mostlyRight = overlap(object, frame) >= WORTH_MENDING;
      corrections += mostlyRight ? 1 : 0;
      masks += mostlyRight ? 0 : 1;
    }
    Integer before = keyframes.lowerKey(frame);
    Integer after = keyframes.higherKey(frame);
    keyframes.put(frame, truth);
    unsure(object).remove(frame);
    fill(
        object,
        new FrameRange(
            before == null ? 0 : before, after == null ? clip.frames().frameCount() : after + 1));
  }

  private void fill(int object, FrameRange range) {
    List<TrackKeyframes> tracks = new ArrayList<>();
    drawn.forEach((id, keyframes) -> tracks.add(new TrackKeyframes(new UUID(0, id), keyframes)));
    UUID own = new UUID(0, object);
    NavigableMap<Integer, Double> unsure = unsure(object);
    unsure.replaceAll((frame, known) -> range.contains(frame) ? 0.0 : known);
    Map<Integer, Double> found = overlaps(object);
    found.keySet().removeIf(range::contains);
    engine.propagate(
        new PropagationRequest(clip.frames(), tracks, range, cuts),
        chunk -> {
          for (int i = 0; chunk.track().equals(own) && i < chunk.results().size(); i++) {
            int frame = chunk.frames().from() + i;
            if (unsure.containsKey(frame)) {
              unsure.put(frame, chunk.results().get(i).confidence());
              found.put(frame, overlap(chunk.results().get(i).mask(), object, frame));
            }
          }
        },
        Progress.NONE,
        Cancellation.NEVER);
  }

  private double overlap(Mask mask, int object, int frame) {
    return Metrics.iou(clip.scored(mask, frame), clip.scored(clip.truth(frame, object), frame));
  }

  /** What stands in a frame without any result is an empty mask. */
  private double overlap(int object, int frame) {
    Double known = overlaps(object).get(frame);
    return known != null ? known : clip.truth(frame, object).isEmpty() ? 1 : 0;
  }

  private void note(Progress progress) {
    double sum = 0;
    int count = 0;
    for (Map.Entry<Integer, NavigableMap<Integer, Double>> entry : open.entrySet()) {
      for (int frame : entry.getValue().keySet()) {
        sum += overlap(entry.getKey(), frame);
        count++;
      }
    }
    int total = drawn.size() * clip.frames().frameCount();
    double j = count == 0 ? 1 : sum / count;
    double seconds = MASK * masks + CORRECTION * corrections + LOOK * looks;
    steps.add(
        new Annotated.Step(seconds, masks, corrections, looks, j, (sum + total - count) / total));
    progress.report(
        Math.min(1, j / Annotated.ENOUGH),
        "%s: %d keyframes".formatted(placement.key(), masks + corrections));
  }

  private double everyFrame() {
    int shown = 0;
    for (int object : clip.truth().objects()) {
      for (int frame = 0; frame < clip.frames().frameCount(); frame++) {
        shown += clip.truth(frame, object).isEmpty() ? 0 : 1;
      }
    }
    return MASK * shown;
  }

  private NavigableMap<Integer, Mask> keyframes(int object) {
    return drawn.computeIfAbsent(object, o -> new TreeMap<>());
  }

  private NavigableMap<Integer, Double> unsure(int object) {
    return open.computeIfAbsent(object, o -> new TreeMap<>());
  }

  private Map<Integer, Double> overlaps(int object) {
    return overlaps.computeIfAbsent(object, o -> new HashMap<>());
  }
}
