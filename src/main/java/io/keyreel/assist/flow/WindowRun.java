package io.keyreel.assist.flow;

import io.keyreel.assist.FrameResult;
import io.keyreel.assist.PropagationRequest;
import io.keyreel.assist.TrackKeyframes;
import io.keyreel.assist.flow.Window.Anchors;
import io.keyreel.geometry.Mask;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One window of time: walks from each keyframe that reaches into it, then judges each frame. */
final class WindowRun {
  private final PropagationRequest request;
  private final Window window;
  private final Scene scene;
  private final Workers workers;
  private final Map<Key, Evidence> evidence = new HashMap<>();

  /** A frame, and the keyframe that speaks about it. */
  private record Key(int frame, int keyframe) {}

  WindowRun(PropagationRequest request, Window window, Scene scene, Workers workers) {
    this.request = request;
    this.window = window;
    this.scene = scene;
    this.workers = workers;
  }

  /** Results by track, then by frame. */
  Map<UUID, SortedMap<Integer, FrameResult>> run(Runnable step) {
    NavigableSet<Integer> before = new TreeSet<>();
    NavigableSet<Integer> after = new TreeSet<>();
    forEachWanted((track, anchors, frame) -> {
      addIfPresent(before, anchors.before());
      addIfPresent(after, anchors.after());
    });
    makeFlows(before, after);
    before.forEach(k -> walk(k, window.frames().to() - 1, step));
    after.descendingSet().forEach(k -> walk(k, window.frames().from(), step));
    List<Map<UUID, FrameResult>> judged =
        workers.map(window.frames().length(), i -> judge(window.frames().from() + i));
    Map<UUID, SortedMap<Integer, FrameResult>> results = new HashMap<>();
    for (int i = 0; i < judged.size(); i++) {
      int frame = window.frames().from() + i;
      judged
          .get(i)
          .forEach((track, result) ->
              results.computeIfAbsent(track, t -> new TreeMap<>()).put(frame, result));
    }
    return results;
  }

  private interface WantedConsumer {
    void accept(TrackKeyframes track, Anchors anchors, int frame);
  }

  private void forEachWanted(WantedConsumer consumer) {
    for (int t = window.frames().from(); t < window.frames().to(); t++) {
      for (TrackKeyframes track : request.tracks()) {
        Anchors anchors = Anchors.of(track, t, window.shot());
        if (anchors.any()) {
          consumer.accept(track, anchors, t);
        }
      }
    }
  }

  private static void addIfPresent(NavigableSet<Integer> set, @Nullable Integer value) {
    if (value != null) {
      set.add(value);
    }
  }

  private void makeFlows(NavigableSet<Integer> before, NavigableSet<Integer> after) {
    int from = before.isEmpty() ? window.frames().from() : before.first();
    int to = after.isEmpty() ? window.frames().to() - 1 : after.last();
    workers.each(
        2 * (to - from),
        i -> {
          if (i % 2 == 0) {
            scene.toNext(from + i / 2);
          } else {
            scene.toPrevious(from + i / 2 + 1);
          }
        });
  }

  private void walk(int keyframe, int last, Runnable step) {
    boolean forward = last > keyframe;
    TreeMap<Integer, List<TrackKeyframes>> wanted = new TreeMap<>();
    forEachWanted((track, anchors, frame) -> {
      Integer anchor = forward ? anchors.before() : anchors.after();
      if (anchor != null && anchor == keyframe) {
        wanted.computeIfAbsent(frame, f -> new ArrayList<>()).add(track);
      }
    });
    if (wanted.isEmpty()) {
      return;
    }
    List<TrackKeyframes> tracks =
        wanted.values().stream().flatMap(List::stream).distinct().toList();
    int end = forward ? wanted.lastKey() : wanted.firstKey();
    new Walk(scene, keyframe, tracks)
        .to(end, wanted::containsKey, workers, step)
        .forEach((frame, found) -> evidence.put(new Key(frame, keyframe), found));
  }

  private Map<UUID, FrameResult> judge(int frame) {
    Map<UUID, Belief> beliefs = new HashMap<>();
    List<Belief> rivals = new ArrayList<>();
    for (TrackKeyframes track : request.tracks()) {
      Mask drawn = track.masks().get(frame);
      if (drawn != null) {
        rivals.add(Belief.certain(SoftMask.of(scene.view().soften(drawn))));
        continue;
      }
      Anchors anchors = Anchors.of(track, frame, window.shot());
      if (anchors.any()) {
        Belief belief =
            Belief.of(
                track.track(),
                scene.view().width(),
                evidence(frame, anchors.before()),
                evidence(frame, anchors.after()),
                nearness(frame, anchors));
        beliefs.put(track.track(), belief);
        rivals.add(belief);
      }
    }
    Map<UUID, FrameResult> results = new HashMap<>();
    beliefs.forEach((track, belief) -> {
      Mask mask = scene.view().harden(Contest.margins(belief, rivals));
      results.put(track, Verdict.of(mask, belief));
    });
    return results;
  }

  private @Nullable Evidence evidence(int frame, @Nullable Integer keyframe) {
    return keyframe == null ? null : evidence.get(new Key(frame, keyframe));
  }

  private static float nearness(int frame, Anchors anchors) {
    if (anchors.before() == null || anchors.after() == null) {
      return anchors.before() == null ? 0 : 1;
    }
    return (float) (anchors.after() - frame) / (anchors.after() - anchors.before());
  }
}
