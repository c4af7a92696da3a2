package io.keyreel.cli;

import io.keyreel.assist.FrameResult;
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
import java.util.TreeMap;
import java.util.UUID;

/** Runs an engine over a clip and measures it on the frames that are no keyframes. */
final class Evaluation {
  private final Propagator engine;

  Evaluation(Propagator engine) {
    this.engine = engine;
  }

  ClipScore run(ClipFolder clip, int every, Progress progress) {
    List<TrackKeyframes> tracks = new ArrayList<>();
    for (int object : clip.truth().objects()) {
      Map<Integer, Mask> drawn = new TreeMap<>();
      clip.keyframes(every).forEach(t -> drawn.put(t, clip.truth(t, object)));
      tracks.add(new TrackKeyframes(new UUID(0, object), drawn));
    }
    int frames = clip.frames().frameCount();
    PropagationRequest request =
        new PropagationRequest(clip.frames(), tracks, new FrameRange(0, frames), List.of());
    Map<UUID, Map<Integer, FrameResult>> results = new HashMap<>();
    long start = System.nanoTime();
    engine.propagate(
        request,
        chunk -> {
          Map<Integer, FrameResult> of =
              results.computeIfAbsent(chunk.track(), t -> new HashMap<>());
          for (int i = 0; i < chunk.results().size(); i++) {
            of.put(chunk.frames().from() + i, chunk.results().get(i));
          }
        },
        progress,
        Cancellation.NEVER);
    double millis = (System.nanoTime() - start) / 1e6 / frames;
    List<Score> scores = new ArrayList<>();
    double flicker = 0;
    for (TrackKeyframes track : tracks) {
      Map<Integer, FrameResult> of = results.getOrDefault(track.track(), Map.of());
      scores.addAll(scores(clip, track, of));
      flicker += flicker(clip, track, of);
    }
    return new ClipScore(
        clip.name(), every, tracks.size(), scores, flicker / tracks.size(), millis);
  }

  private static int object(TrackKeyframes track) {
    return (int) track.track().getLeastSignificantBits();
  }

  private static List<Score> scores(
      ClipFolder clip, TrackKeyframes track, Map<Integer, FrameResult> results) {
    List<Score> scores = new ArrayList<>();
    int object = object(track);
    for (int t = 0; t < clip.frames().frameCount(); t++) {
      if (track.masks().containsKey(t)) {
        continue;
      }
      FrameResult result = results.get(t);
      Mask truth = clip.scored(clip.truth(t, object), t);
      Mask mask = clip.scored(mask(clip, result), t);
      scores.add(
          new Score(
              t,
              object,
              Metrics.iou(mask, truth),
              Metrics.boundaryF(mask, truth),
              result == null ? 0 : result.confidence()));
    }
    return scores;
  }

  private static Mask mask(ClipFolder clip, @org.jspecify.annotations.Nullable FrameResult result) {
    return result == null
        ? Mask.empty(clip.frames().width(), clip.frames().height())
        : result.mask();
  }

  private static double flicker(
      ClipFolder clip, TrackKeyframes track, Map<Integer, FrameResult> results) {
    double sum = 0;
    int frames = clip.frames().frameCount();
    int object = object(track);
    for (int t = 1; t < frames; t++) {
      sum +=
          Metrics.flicker(
              shown(clip, track, results, t - 1),
              shown(clip, track, results, t),
              clip.truth(t - 1, object),
              clip.truth(t, object));
    }
    return sum / Math.max(1, frames - 1);
  }

  private static Mask shown(
      ClipFolder clip, TrackKeyframes track, Map<Integer, FrameResult> results, int frame) {
    Mask drawn = track.masks().get(frame);
    return drawn == null ? mask(clip, results.get(frame)) : drawn;
  }
}
