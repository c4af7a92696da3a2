package io.keyreel.assist;

import io.keyreel.kernel.FrameRange;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Proposes where events begin and end: where motion or sound changes its level, and the stretches
 * between such changes in which more happens than usual. Shots are taken one by one.
 */
final class EventFinder {
  /** Changes of motion and of sound so near each other are one. */
  private static final int SAME = 4;

  /** The strength of a change that is an event's as often as not, and how fast doubt fades. */
  private static final double EVEN_CHANCE = 2.5;

  private static final double FADE = 1.5;
  private static final double REST = 0.2;
  private static final double LIVELY = 3;
  private static final double LEAST_RISE = 4;

  /** Where something begins or ends. */
  record Boundary(int frame, double confidence, boolean motion, boolean audio) {}

  /** A stretch in which something happens; as sure as the less sure of its ends. */
  record Event(FrameRange frames, double confidence, boolean motion, boolean audio) {}

  /** All that is proposed. */
  record Found(List<Boundary> boundaries, List<Event> events) {}

  private final double[] motion;
  private final double @Nullable [] audio;
  private final List<Boundary> boundaries = new ArrayList<>();
  private final List<Event> events = new ArrayList<>();

  private EventFinder(double[] motion, double @Nullable [] audio) {
    this.motion = motion;
    this.audio = audio;
  }

  /**
   * @param motion a level from 0 to 255 for each frame
   * @param audio the same, or null
   */
  static Found find(double[] motion, double @Nullable [] audio, List<FrameRange> shots) {
    EventFinder finder = new EventFinder(motion, audio);
    shots.forEach(finder::search);
    return new Found(List.copyOf(finder.boundaries), List.copyOf(finder.events));
  }

  private void search(FrameRange shot) {
    double[] moving = Arrays.copyOfRange(motion, shot.from(), shot.to());
    if (moving.length > 1) {
      moving[0] = moving[1];
    }
    double[] sounding = audio == null ? null : Arrays.copyOfRange(audio, shot.from(), shot.to());
    TreeMap<Integer, Boundary> found = new TreeMap<>();
    ChangePoints.of(moving)
        .forEach(change ->
            add(found, new Boundary(shot.from() + change.at(), confidence(change), true, false)));
    if (sounding != null) {
      ChangePoints.of(sounding)
          .forEach(change ->
              add(found, new Boundary(shot.from() + change.at(), confidence(change), false, true)));
    }
    boundaries.addAll(found.values());
    List<Event> lively = new ArrayList<>(lively(shot, moving, found, true));
    if (sounding != null) {
      lively.addAll(lively(shot, sounding, found, false));
    }
    lively.sort(Comparator.comparingInt(event -> event.frames().from()));
    lively.forEach(this::merge);
  }

  private static double confidence(ChangePoints.Change change) {
    return 1 / (1 + Math.exp((EVEN_CHANCE - change.strength()) / FADE));
  }

  /** Two signs of the same change are surer than one; the surer one says where it is. */
  private static void add(TreeMap<Integer, Boundary> found, Boundary next) {
    Integer near = found.floorKey(next.frame() + SAME);
    Boundary other = near == null ? null : found.get(near);
    if (near == null || other == null || near < next.frame() - SAME) {
      found.put(next.frame(), next);
      return;
    }
    found.remove(near);
    int frame = other.confidence() >= next.confidence() ? other.frame() : next.frame();
    found.put(
        frame,
        new Boundary(
            frame,
            1 - (1 - other.confidence()) * (1 - next.confidence()),
            other.motion() || next.motion(),
            other.audio() || next.audio()));
  }

  /** Runs of stretches whose level lies well above the level at rest. */
  private static List<Event> lively(
      FrameRange shot, double[] values, TreeMap<Integer, Boundary> found, boolean ofMotion) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double rest = sorted[(int) (REST * (sorted.length - 1))];
    double least = rest + Math.max(LEAST_RISE, LIVELY * ChangePoints.noise(values));
    TreeSet<Integer> cuts = new TreeSet<>(found.keySet());
    cuts.add(shot.to());
    List<Event> events = new ArrayList<>();
    int start = -1;
    int from = shot.from();
    for (int to : cuts) {
      boolean high =
          Arrays.stream(values, from - shot.from(), to - shot.from()).average().orElse(0) > least;
      if (high && start < 0) {
        start = from;
      }
      if (start >= 0 && (!high || to == shot.to())) {
        int end = high ? to : from;
        double confidence = Math.min(sureness(found, start), sureness(found, end));
        events.add(new Event(new FrameRange(start, end), confidence, ofMotion, !ofMotion));
        start = -1;
      }
      from = to;
    }
    return events;
  }

  /** The ends of a shot are certain. */
  private static double sureness(TreeMap<Integer, Boundary> found, int frame) {
    Boundary boundary = found.get(frame);
    return boundary == null ? 1 : boundary.confidence();
  }

  /** What moves and sounds over the same frames is one event. */
  private void merge(Event next) {
    Event last = events.isEmpty() ? null : events.getLast();
    if (last != null && last.frames().equals(next.frames())) {
      events.removeLast();
      events.add(new Event(next.frames(), last.confidence(), true, true));
    } else {
      events.add(next);
    }
  }
}
