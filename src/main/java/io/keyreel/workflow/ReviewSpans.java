package io.keyreel.workflow;

import io.keyreel.access.Projects;
import io.keyreel.kernel.FrameRange;
import io.keyreel.labels.DoubtfulSpan;
import io.keyreel.labels.Doubts;
import io.keyreel.labels.LabelState;
import io.keyreel.labels.Labels;
import io.keyreel.labels.ProposalPiece;
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
  private final Labels labels;
  private final Projects projects;

  ReviewSpans(
      ReviewSpanStore store, TaskStore tasks, Doubts doubts, Labels labels, Projects projects) {
    this.store = store;
    this.tasks = tasks;
    this.doubts = doubts;
    this.labels = labels;
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

  /** The state is read before the doubts: what is kept is never older than it says. */
  private Reading read(Task task, double threshold) {
    LabelState state = labels.state(task.labelSet(), task.frames());
    long masks = 0;
    double error = 0;
    for (ProposalPiece piece : state.proposals()) {
      if (!piece.accepted()) {
        for (float confidence : piece.confidence()) {
          masks++;
          error += 1 - confidence;
        }
      }
    }
    return new Reading(
        task.id(), state.seq(), threshold, masks, error, spans(task, threshold, state.tracks()));
  }

  private List<QueuedSpan> spans(Task task, double threshold, List<Track> tracks) {
    Map<UUID, Track> known =
        tracks.stream().collect(Collectors.toMap(Track::id, Function.identity()));
    return doubts.of(task.labelSet(), task.frames(), threshold).stream()
        .filter(span -> known.containsKey(span.track()))
        .map(span -> queued(task, Objects.requireNonNull(known.get(span.track())), span))
        .toList();
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
