package io.keyreel.workflow;

import io.keyreel.access.Projects;
import io.keyreel.kernel.FrameRange;
import io.keyreel.labels.DoubtfulSpan;
import io.keyreel.labels.LabelState;
import io.keyreel.labels.Labels;
import io.keyreel.labels.ProposalPiece;
import io.keyreel.labels.Track;
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
  private final ReviewSpanStore store;
  private final TaskStore tasks;
  private final TaskDoubts doubts;
  private final Labels labels;
  private final Projects projects;

  ReviewSpans(
      ReviewSpanStore store,
      TaskStore tasks,
      TaskDoubts doubts,
      Labels labels,
      Projects projects) {
    this.store = store;
    this.tasks = tasks;
    this.doubts = doubts;
    this.labels = labels;
    this.projects = projects;
  }

  double threshold(UUID project) {
    return projects.find(project).settings().doubtThreshold();
  }

  /** The state is read before the doubts: what is kept is never older than it says. */
  void read(UUID id, double threshold) {
    tasks
        .find(id)
        .ifPresent(task -> {
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
          store.keep(id, state.seq(), threshold, masks, error, spans(task, state.tracks()));
        });
  }

  private List<QueuedSpan> spans(Task task, List<Track> tracks) {
    Map<UUID, Track> known =
        tracks.stream().collect(Collectors.toMap(Track::id, Function.identity()));
    return doubts.of(task).stream()
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
