package io.keyreel.ui.review;

import io.keyreel.access.Project;
import io.keyreel.access.User;
import io.keyreel.geometry.Shape;
import io.keyreel.kernel.FrameRange;
import io.keyreel.labels.Labels;
import io.keyreel.labels.MaskItem;
import io.keyreel.labels.Ontologies;
import io.keyreel.labels.Ontology;
import io.keyreel.labels.ProposalPiece;
import io.keyreel.media.Video;
import io.keyreel.media.Videos;
import io.keyreel.ui.base.Desk;
import io.keyreel.workflow.QueuedSpan;
import io.keyreel.workflow.ReviewQueue;
import io.keyreel.workflow.Task;
import io.keyreel.workflow.Tasks;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the queue, and what a row of it shows. */
@Component
class QueueReader {
  static final String ANY = "";

  private static final int STILLS = 6;
  private static final int LEAST_CONTEXT = 8;

  /** The rooms that the queue is read from. */
  @Component
  record Sources(
      ReviewQueue queue, Tasks tasks, Labels labels, Ontologies ontologies, Videos videos) {}

  private final Desk desk;
  private final Sources from;

  QueueReader(Desk desk, Sources from) {
    this.desk = desk;
    this.from = from;
  }

  Queue read(Project project, int most) {
    User me = desk.me();
    List<QueuedSpan> spans = from.queue.of(project.id(), most, me);
    Ontology ontology = from.ontologies.current(project.id());
    Map<UUID, Task> work = from.tasks.some(project.id(), ids(spans, QueuedSpan.TaskRef::id), me);
    Map<UUID, Video> videos =
        from.videos.some(project.id(), ids(spans, QueuedSpan.TaskRef::video), me);
    List<Queue.Item> items =
        spans.stream()
            .filter(span ->
                work.containsKey(span.task().id()) && videos.containsKey(span.task().video()))
            .map(span ->
                new Queue.Item(
                    span,
                    Objects.requireNonNull(videos.get(span.task().video())),
                    Optional.ofNullable(span.classId()).flatMap(ontology::find)))
            .toList();
    return new Queue(
        items,
        work,
        ontology,
        project.settings().doubtThreshold(),
        from.queue.standing(project.id(), me));
  }

  private static Set<UUID> ids(List<QueuedSpan> spans, Function<QueuedSpan.TaskRef, UUID> id) {
    return spans.stream().map(QueuedSpan::task).map(id).collect(Collectors.toSet());
  }

  Picture picture(Queue queue, Queue.Item item) {
    Task task = queue.task(item);
    QueuedSpan span = item.span();
    int context = Math.max(LEAST_CONTEXT, (span.to() - span.from()) / 2);
    FrameRange around =
        new FrameRange(
            Math.max(task.frames().from(), span.from() - context),
            Math.min(task.frames().to(), span.to() + context));
    @Nullable Float[] values = values(task, span.track(), around);
    List<Integer> wanted = frames(span, task.frames()).toList();
    Map<Integer, Shape> shapes = shapes(task, span.track(), wanted);
    List<Picture.Still> stills =
        wanted.stream()
            .map(
                frame -> new Picture.Still(frame, shapes.get(frame), values[frame - around.from()]))
            .toList();
    return new Picture(stills, Arrays.asList(values), around.from(), queue.threshold());
  }

  private @Nullable Float[] values(Task task, UUID track, FrameRange around) {
    @Nullable Float[] values = new Float[around.length()];
    for (ProposalPiece piece : from.labels.state(task.labelSet(), around).proposals()) {
      if (piece.track().equals(track)) {
        for (int frame = Math.max(piece.from(), around.from());
            frame < Math.min(piece.to(), around.to());
            frame++) {
          values[frame - around.from()] = piece.confidence()[frame - piece.from()];
        }
      }
    }
    return values;
  }

  /** Spread over the span; a short one shows what comes before and after it, too. */
  private static Stream<Integer> frames(QueuedSpan span, FrameRange within) {
    int length = Math.min(within.length(), Math.max(STILLS, span.to() - span.from()));
    int wanted = (span.from() + span.to() - length) / 2;
    int first = Math.clamp(wanted, within.from(), within.to() - length);
    return IntStream.range(0, STILLS)
        .map(i -> first + Math.round((length - 1) * i / (STILLS - 1f)))
        .distinct()
        .boxed();
  }

  /** Read a stretch at a time: what lies in one chunk is unpacked once. */
  private Map<Integer, Shape> shapes(Task task, UUID track, List<Integer> wanted) {
    Map<Integer, Shape> shapes = new HashMap<>();
    for (int at = 0; at < wanted.size(); ) {
      int first = wanted.get(at);
      int end = at;
      while (end < wanted.size() && wanted.get(end) - first < Labels.MASK_FRAMES) {
        end++;
      }
      FrameRange stretch = new FrameRange(first, wanted.get(end - 1) + 1);
      for (MaskItem mask : from.labels.masks(task.labelSet(), stretch)) {
        if (mask.track().equals(track)) {
          wanted.subList(at, end).forEach(frame -> put(shapes, mask, frame));
        }
      }
      at = end;
    }
    return shapes;
  }

  private static void put(Map<Integer, Shape> shapes, MaskItem mask, int frame) {
    int place = frame - mask.from();
    Shape shape = place >= 0 && place < mask.shapes().size() ? mask.shapes().get(place) : null;
    if (shape != null) {
      shapes.put(frame, shape);
    }
  }
}
