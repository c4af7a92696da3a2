package io.keyreel.assist.flow;

import io.keyreel.assist.PropagationRequest;
import io.keyreel.assist.TrackKeyframes;
import io.keyreel.assist.flow.Window.Anchors;
import io.keyreel.geometry.Mask;
import java.util.ArrayList;
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
    List<Stretch> stretches = Stretch.into(request, window);
    Stretch.makeFlows(stretches, scene, workers);
    for (Stretch stretch : stretches) {
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
    List<Map<UUID, Verdict>> judged =
        workers.map(window.frames().length(), i -> judge(window.frames().from() + i));
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

  private Map<UUID, Verdict> judge(int frame) {
    Map<TrackKeyframes, Belief> beliefs = new HashMap<>();
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
                anchors.nearness(frame));
        beliefs.put(track, belief);
        rivals.add(belief);
      }
    }
    Map<UUID, Verdict> verdicts = new HashMap<>();
    beliefs.forEach((track, belief) -> {
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
    });
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
