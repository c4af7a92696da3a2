package io.keyreel.workflow;

import io.keyreel.access.Projects;
import io.keyreel.kernel.FrameRange;
import io.keyreel.labels.DoubtfulSpan;
import io.keyreel.labels.Doubts;
import io.keyreel.labels.Track;
import io.keyreel.workflow.ReviewSpanStore.Reading;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Finds the doubtful spans of a task under review, once for each state of its labels. */
@Component
class ReviewSpans {
  private static final int STRETCH = 100;

  private final ReviewSpanStore store;
  private final TaskStore tasks;
  private final Doubts doubts;
  private final Projects projects;

  ReviewSpans(ReviewSpanStore store, TaskStore tasks, Doubts doubts, Projects projects) {
    this.store = store;
    this.tasks = tasks;
    this.doubts = doubts;
    this.projects = projects;
  }

  double threshold(UUID project) {
    return projects.find(project).settings().doubtThreshold();
  }

  /** Reads tasks and keeps what they say, a stretch of them at a time. */
  void read(Collection<UUID> ids, double threshold) {
    List<Reading> read = new ArrayList<>();
    for (UUID id : ids) {
      tasks.find(id).ifPresent(task -> read.add(read(task, threshold)));
      if (read.size() == STRETCH) {
        store.keep(read);
        read.clear();
      }
    }
    store.keep(read);
  }

  private Reading read(Task task, double threshold) {
    Doubts.Reading read = doubts.read(task.labelSet(), task.frames(), threshold);
    Map<UUID, Track> tracks =
        read.tracks().stream().collect(Collectors.toMap(Track::id, Function.identity()));
    List<QueuedSpan> spans =
        read.spans().stream()
            .filter(span -> tracks.containsKey(span.track()))
            .map(span -> queued(task, Objects.requireNonNull(tracks.get(span.track())), span))
            .toList();
    return new Reading(task.id(), read.seq(), threshold, read.masks(), read.error(), spans);
  }

  private static QueuedSpan queued(Task task, Track track, DoubtfulSpan span) {
    FrameRange frames = span.frames();
    return new QueuedSpan(
        new QueuedSpan.TaskRef(
            task.id(), task.number(), task.video(), task.state().code(), task.version()),
        track.id(),
        track.name().isBlank() ? "Track " + track.number() : track.name(),
        track.classId(),
        frames.from(),
        frames.to(),
        span.minConfidence(),
        span.meanConfidence(),
        span.mendable(),
        ReviewQueue.gain(span));
  }
}
