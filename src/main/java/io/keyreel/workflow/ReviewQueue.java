package io.keyreel.workflow;

import io.keyreel.access.Action;
import io.keyreel.access.Policy;
import io.keyreel.access.User;
import io.keyreel.kernel.FrameRange;
import io.keyreel.labels.DoubtfulSpan;
import io.keyreel.labels.Labels;
import io.keyreel.labels.Track;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/**
 * The doubtful spans of all tasks that a person may review and nobody else looks at right now:
 * where a look pays most first, all of one recording together.
 */
@Service
public class ReviewQueue {
  /** To open a span and find one's bearings. */
  private static final double SECONDS_A_SPAN = 4;

  private static final double SECONDS_A_FRAME = 0.12;

  private static final Comparator<QueuedSpan> ORDER =
      Comparator.comparingDouble(QueuedSpan::gain)
          .reversed()
          .thenComparing(span -> span.task().number())
          .thenComparing(QueuedSpan::from)
          .thenComparing(QueuedSpan::track);

  private final TaskStore store;
  private final TaskDoubts doubts;
  private final SpanLeases leases;
  private final Labels labels;
  private final People people;
  private final Policy policy;

  ReviewQueue(
      TaskStore store,
      TaskDoubts doubts,
      SpanLeases leases,
      Labels labels,
      People people,
      Policy policy) {
    this.leases = leases;
    this.store = store;
    this.doubts = doubts;
    this.labels = labels;
    this.people = people;
    this.policy = policy;
  }

  public List<QueuedSpan> of(UUID project, int limit, User by) {
    policy.check(by, project, Action.TASK_REVIEW);
    List<QueuedSpan> all =
        store.inReview(project, people.actor(by, project)).stream().flatMap(this::spans).toList();
    return byVideo(leases.free(project, all, by)).stream()
        .limit(Math.clamp(limit, 1, 1000))
        .toList();
  }

  /** The recording with the best span first, and all of one recording together. */
  static List<QueuedSpan> byVideo(List<QueuedSpan> spans) {
    Map<UUID, Double> best =
        spans.stream()
            .collect(Collectors.toMap(span -> span.task().video(), QueuedSpan::gain, Math::max));
    return spans.stream()
        .sorted(
            Comparator.comparingDouble(
                    (QueuedSpan span) -> -best.getOrDefault(span.task().video(), 0.0))
                .thenComparing(span -> span.task().video())
                .thenComparing(ORDER))
        .toList();
  }

  private Stream<QueuedSpan> spans(Task task) {
    List<DoubtfulSpan> found = doubts.of(task);
    if (found.isEmpty()) {
      return Stream.empty();
    }
    FrameRange first = new FrameRange(task.frames().from(), task.frames().from() + 1);
    Map<UUID, List<DoubtfulSpan>> byTrack =
        found.stream().collect(Collectors.groupingBy(DoubtfulSpan::track));
    return labels.state(task.labelSet(), first).tracks().stream()
        .flatMap(track ->
            byTrack.getOrDefault(track.id(), List.of()).stream()
                .map(span -> queued(task, track, span)));
  }

  private static QueuedSpan queued(Task task, Track track, DoubtfulSpan span) {
    return new QueuedSpan(
        new QueuedSpan.TaskRef(
            task.id(), task.number(), task.video(), task.state().code(), task.version()),
        track.id(),
        track.name().isBlank() ? "Track " + track.number() : track.name(),
        track.classId(),
        span.frames().from(),
        span.frames().to(),
        span.minConfidence(),
        span.meanConfidence(),
        span.mendable(),
        gain(span));
  }

  static double gain(DoubtfulSpan span) {
    double seconds = SECONDS_A_SPAN + SECONDS_A_FRAME * span.frames().length();
    return (1 - span.meanConfidence()) * span.mendable() / seconds;
  }
}
