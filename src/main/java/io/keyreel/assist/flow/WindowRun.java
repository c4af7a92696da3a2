package io.keyreel.assist.flow;

import io.keyreel.assist.PropagationRequest;
import io.keyreel.assist.TrackKeyframes;
import io.keyreel.assist.flow.Window.Anchors;
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

  /** Verdicts by track, then by frame. */
  Map<UUID, SortedMap<Integer, Verdict>> run(Runnable step) {
    for (Stretch stretch : Stretch.into(request, window)) {
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
    List<Map<UUID, Verdict>> judged =
        workers.map(count, i -> judge(window.frames().from() + i, even.get(i)));
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
    for (TrackKeyframes track : request.tracks()) {
      Anchors anchors = Anchors.of(track, frame, window.shot());
      Belief drawn = drawn(track, frame);
      if (drawn != null) {
        beliefs.put(track.track(), drawn);
      } else if (anchors.any()) {
        beliefs.put(
            track.track(),
            Belief.of(
                track.track(),
                scene.view().width(),
                evidence(frame, anchors.before()),
                evidence(frame, anchors.after()),
                anchors.nearness(frame)));
      }
    }
    return beliefs;
  }

  private Map<UUID, Belief> smooth(List<Map<UUID, Belief>> raw, int i) {
    int frame = window.frames().from() + i;
    Smoothing smoothing = new Smoothing(scene);
    Map<UUID, Belief> even = new HashMap<>(raw.get(i));
    for (TrackKeyframes track : request.tracks()) {
      if (!track.masks().containsKey(frame)) {
        even.computeIfPresent(
            track.track(),
            (id, belief) ->
                smoothing.smooth(
                    frame, belief, neighbour(raw, i - 1, track), neighbour(raw, i + 1, track)));
      }
    }
    return even;
  }

  private @Nullable Belief neighbour(List<Map<UUID, Belief>> raw, int i, TrackKeyframes track) {
    if (i >= 0 && i < raw.size()) {
      return raw.get(i).get(track.track());
    }
    int frame = window.frames().from() + i;
    return window.shot().contains(frame) ? drawn(track, frame) : null;
  }

  private @Nullable Belief drawn(TrackKeyframes track, int frame) {
    Mask mask = track.masks().get(frame);
    return mask == null ? null : Belief.certain(SoftMask.of(scene.view().soften(mask)));
  }

  private Map<UUID, Verdict> judge(int frame, Map<UUID, Belief> beliefs) {
    List<Belief> rivals = List.copyOf(beliefs.values());
    Map<UUID, Verdict> verdicts = new HashMap<>();
    for (TrackKeyframes track : request.tracks()) {
      Belief belief = beliefs.get(track.track());
      if (belief == null || track.masks().containsKey(frame)) {
        continue;
      }
      Anchors anchors = Anchors.of(track, frame, window.shot());
      verdicts.put(
          track.track(),
          Verdict.of(
              scene.view(),
              belief,
              Contest.margins(belief, rivals),
              expectedArea(track, frame, anchors),
              anchors.distance(frame),
              anchors.oneSided()));
    }
    return verdicts;
  }

  private double expectedArea(TrackKeyframes track, int frame, Anchors anchors) {
    double nearness = anchors.nearness(frame);
    double before = area(track, anchors.before());
    double after = area(track, anchors.after());
    double pixels = nearness * before + (1 - nearness) * after;
    View view = scene.view();
    return pixels * view.width() * view.height() / view.box().width() / view.box().height();
  }

  private static double area(TrackKeyframes track, @Nullable Integer keyframe) {
    Mask mask = keyframe == null ? null : track.masks().get(keyframe);
    return mask == null ? 0 : mask.area();
  }

  private @Nullable Evidence evidence(int frame, @Nullable Integer keyframe) {
    return keyframe == null ? null : evidence.get(new Key(frame, keyframe));
  }
}
