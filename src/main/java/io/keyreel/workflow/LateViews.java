package io.keyreel.workflow;

import io.keyreel.access.User;
import io.keyreel.geometry.Mask;
import io.keyreel.geometry.Masks;
import io.keyreel.geometry.Metrics;
import io.keyreel.geometry.Shape;
import io.keyreel.kernel.FrameRange;
import io.keyreel.labels.Labels;
import io.keyreel.labels.LateEdit;
import io.keyreel.labels.Resolved;
import io.keyreel.labels.Track;
import io.keyreel.media.Video;
import io.keyreel.media.Videos;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Late edits as people look at them: beside what stands now. */
@Component
class LateViews {
  /** Differences are worked out for so many; who looks at more looks again. */
  private static final int MOST_COMPARED = 200;

  private final Labels labels;
  private final Videos videos;
  private final People people;
  private final JsonMapper json;

  LateViews(Labels labels, Videos videos, People people, JsonMapper json) {
    this.labels = labels;
    this.videos = videos;
    this.people = people;
    this.json = json;
  }

  User author(LateEdit late) {
    return people.user(late.author());
  }

  List<LateView> of(Task task, List<LateEdit> edits) {
    Video video = videos.find(task.video());
    Map<UUID, Track> tracks =
        labels.state(task.labelSet(), task.frames()).tracks().stream()
            .collect(Collectors.toMap(Track::id, Function.identity()));
    Map<Integer, Resolved> frames = new HashMap<>();
    return edits.stream()
        .map(edit -> {
          boolean compare = frames.size() < MOST_COMPARED && edit.kind().equals("keyframe.put");
          LateView.Difference difference =
              compare
                  ? difference(
                      edit,
                      frames.computeIfAbsent(
                          Objects.requireNonNull(edit.frame()),
                          n -> labels.resolve(task.labelSet(), new FrameRange(n, n + 1))),
                      video)
                  : null;
          return view(edit, tracks.get(edit.track()), difference);
        })
        .toList();
  }

  private LateView view(
      LateEdit edit, @Nullable Track track, LateView.@Nullable Difference difference) {
    return new LateView(
        edit.n(),
        people.person(edit.author()),
        edit.kind(),
        track == null ? null : new LateView.TrackRef(track.id(), track.number(), track.name()),
        edit.frame(),
        edit.at(),
        edit.reason(),
        edit.state().name(),
        edit.outcome(),
        people.personOrNone(edit.decidedBy()),
        edit.decision(),
        difference,
        edit.edit());
  }

  private LateView.Difference difference(LateEdit edit, Resolved now, Video video) {
    Mask then = mask(json.treeToValue(edit.edit().path("shape"), Shape.class), video);
    Mask stands =
        now.tracks().stream()
            .filter(track -> track.track().id().equals(edit.track()))
            .flatMap(track -> track.frames().stream())
            .map(frame -> mask(frame.shape(), video))
            .reduce(Mask.empty(video.width(), video.height()), Mask::or);
    return new LateView.Difference(
        stands.area(),
        then.area(),
        then.andNot(stands).area(),
        stands.andNot(then).area(),
        Metrics.iou(stands, then));
  }

  private static Mask mask(Shape shape, Video video) {
    return Masks.of(shape, video.width(), video.height());
  }
}
