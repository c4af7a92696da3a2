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
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Runs an engine over a clip and measures it on the frames that are no keyframes. */
final class Evaluation {
  private static final double ON_ANOTHER = 0.5;

  private final ClipFolder clip;
  private final int every;
  private final List<Integer> cuts;
  private final Slicing slicing;
  private final Flicker flicker;

  Evaluation(ClipFolder clip, int every) {
    this.clip = clip;
    this.every = every;
    this.cuts = ClipCuts.of(clip.frames());
    this.slicing = new Slicing(clip, clip.keyframes(every), cuts);
    this.flicker = new Flicker(clip.frames());
  }

  ClipScore run(Propagator engine, Progress progress) {
    List<TrackKeyframes> tracks = clip.truth().objects().stream().map(this::keyframes).toList();
    int frames = clip.frames().frameCount();
    PropagationRequest request =
        new PropagationRequest(clip.frames(), tracks, new FrameRange(0, frames), cuts);
    Map<Integer, Map<Integer, Kept>> results = new TreeMap<>();
    tracks.forEach(track -> results.put(object(track), new HashMap<>()));
    long start = System.nanoTime();
    engine.propagate(
        request,
        chunk -> {
          for (int i = 0; i < chunk.results().size(); i++) {
            FrameResult result = chunk.results().get(i);
            results
                .computeIfAbsent(
                    (int) chunk.track().getLeastSignificantBits(), o -> new HashMap<>())
                .put(chunk.frames().from() + i, Kept.of(result));
          }
        },
        progress,
        Cancellation.NEVER);
    double millis = (System.nanoTime() - start) / 1e6 / frames;
    return score(tracks, results, millis);
  }

  private TrackKeyframes keyframes(int object) {
    Map<Integer, Mask> drawn = new TreeMap<>();
    clip.keyframes(every).forEach(t -> drawn.put(t, clip.truth(t, object)));
    return new TrackKeyframes(new UUID(0, object), drawn);
  }

  private static int object(TrackKeyframes track) {
    return (int) track.track().getLeastSignificantBits();
  }

  private ClipScore score(
      List<TrackKeyframes> tracks, Map<Integer, Map<Integer, Kept>> results, double millis) {
    List<Score> scores = new ArrayList<>();
    Set<Integer> keyframes = Set.copyOf(clip.keyframes(every));
    double jumps = 0;
    double truthJumps = 0;
    int switches = 0;
    for (TrackKeyframes track : tracks) {
      int object = object(track);
      Map<Integer, Kept> of = results.getOrDefault(object, Map.of());
      List<Score> own = scores(track, of);
      scores.addAll(own);
      switches += switches(own);
      jumps += flicker.of(t -> shown(track, of, t));
      truthJumps += flicker.of(t -> clip.truth(t, object));
    }
    PanopticFrames panoptic = new PanopticFrames(clip, results);
    for (int t = 0; t < clip.frames().frameCount(); t++) {
      if (!keyframes.contains(t)) {
        panoptic.add(t);
      }
    }
    return new ClipScore(
        clip.name(),
        every,
        tracks.size(),
        scores,
        jumps / tracks.size(),
        truthJumps / tracks.size(),
        switches,
        millis,
        PeakMemory.megabytes(),
        panoptic.segments(),
        panoptic.twice(),
        sheet(scores, results));
  }

  private List<Score> scores(TrackKeyframes track, Map<Integer, Kept> results) {
    List<Score> scores = new ArrayList<>();
    int object = object(track);
    for (int t = 0; t < clip.frames().frameCount(); t++) {
      if (track.masks().containsKey(t)) {
        continue;
      }
      Kept result = results.get(t);
      Mask truth = clip.scored(clip.truth(t, object), t);
      Mask mask = clip.scored(mask(result), t);
      double j = Metrics.iou(mask, truth);
      scores.add(
          new Score(
              t,
              object,
              j,
              Metrics.boundaryF(mask, truth),
              result == null ? 0 : result.confidence(),
              !mask.isEmpty(),
              !truth.isEmpty(),
              isOnAnother(mask, object, t, j),
              slicing.of(t, object)));
    }
    return scores;
  }

  private boolean isOnAnother(Mask mask, int object, int frame, double j) {
    return !mask.isEmpty()
        && clip.truth().objects().stream()
            .filter(other -> other != object)
            .mapToDouble(other -> Metrics.iou(mask, clip.scored(clip.truth(frame, other), frame)))
            .anyMatch(onOther -> onOther > ON_ANOTHER && onOther > j);
  }

  private static int switches(List<Score> ofOneObject) {
    int switches = 0;
    boolean before = false;
    for (Score score : ofOneObject) {
      switches += score.swapped() && !before ? 1 : 0;
      before = score.swapped();
    }
    return switches;
  }

  private Mask mask(@Nullable Kept result) {
    return result == null
        ? Mask.empty(clip.frames().width(), clip.frames().height())
        : result.mask(clip.frames());
  }

  private Mask shown(TrackKeyframes track, Map<Integer, Kept> results, int frame) {
    Mask drawn = track.masks().get(frame);
    return drawn == null ? mask(results.get(frame)) : drawn;
  }

  private ContactSheet sheet(List<Score> scores, Map<Integer, Map<Integer, Kept>> results) {
    return scores.stream()
        .min(Comparator.comparingDouble(Score::j))
        .map(Score::frame)
        .map(worst -> {
          Map<Integer, Mask> truth = new TreeMap<>();
          Map<Integer, Mask> found = new TreeMap<>();
          results.forEach((object, of) -> {
            truth.put(object, clip.truth(worst, object));
            found.put(object, mask(of.get(worst)));
          });
          return ContactSheet.of(worst, clip.frames().frame(worst), truth, found);
        })
        .orElse(ContactSheet.NONE);
  }
}
