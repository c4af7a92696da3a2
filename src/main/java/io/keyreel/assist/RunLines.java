package io.keyreel.assist;

import static java.util.stream.Collectors.groupingBy;

import io.keyreel.kernel.FrameRange;
import io.keyreel.labels.Keyframe;
import io.keyreel.labels.LabelSet;
import io.keyreel.labels.Labels;
import io.keyreel.labels.TrackState;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What people drew, as runs need it. */
@Component
class RunLines {
  private final Labels labels;
  private final Footage footage;

  RunLines(Labels labels, Footage footage) {
    this.labels = labels;
    this.footage = footage;
  }

  List<PlannedSpan> plan(LabelSet labelSet, FrameRange range, RunRequest request) {
    SpanPlanner planner =
        new SpanPlanner(range, shotStarts(labelSet.videoId(), request.crossesShots()), request);
    return lines(labelSet.id()).values().stream()
        .filter(line -> SpanPlanner.wanted(request).test(line.track()))
        .flatMap(line -> planner.plan(line).stream())
        .toList();
  }

  /** Living tracks with mask keyframes. */
  Map<UUID, TrackLine> lines(UUID labelSet) {
    Map<UUID, List<TrackState>> states =
        labels.states(labelSet).stream().collect(groupingBy(TrackState::track));
    Map<UUID, List<Keyframe>> keyframes =
        labels.maskKeyframes(labelSet).stream().collect(groupingBy(Keyframe::track));
    Map<UUID, TrackLine> lines = new TreeMap<>();
    keyframes.forEach((track, list) ->
        lines.put(track, new TrackLine(track, list, states.getOrDefault(track, List.of()))));
    return lines;
  }

  List<Integer> shotStarts(UUID video, boolean across) {
    return across ? List.of() : footage.shotStarts(video);
  }
}
