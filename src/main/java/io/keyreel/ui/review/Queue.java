package io.keyreel.ui.review;

import io.keyreel.labels.Ontology;
import io.keyreel.labels.OntologyClass;
import io.keyreel.media.Video;
import io.keyreel.workflow.QueuedSpan;
import io.keyreel.workflow.Task;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The queue at a moment.
 *
 * @param tasks how many are under review
 * @param frames how many masks of machines nobody has confirmed yet, of those tasks
 * @param expectedError mean of 1 − confidence over them
 */
record Queue(
    List<Item> items,
    Map<UUID, Task> work,
    Ontology ontology,
    double threshold,
    int tasks,
    long frames,
    double expectedError) {

  /** A span with the recording it is in. */
  record Item(QueuedSpan span, Video video, Optional<OntologyClass> kind) {
    SpanKey key() {
      return new SpanKey(span.task().id(), span.track(), span.from(), span.to());
    }

    boolean inClass(@Nullable String id) {
      return kind.map(OntologyClass::id).filter(own -> own.equals(id)).isPresent();
    }

    /** The queue's own estimate of how long a look takes. */
    double seconds() {
      return span.gain() <= 0 ? 0 : (1 - span.meanConfidence()) * span.mendable() / span.gain();
    }
  }

  Queue sorted(Comparator<Item> order) {
    return new Queue(
        items.stream().sorted(order).toList(),
        work,
        ontology,
        threshold,
        tasks,
        frames,
        expectedError);
  }

  List<String> classChoices() {
    TreeSet<String> ids = new TreeSet<>();
    items.forEach(item -> item.kind().map(OntologyClass::id).ifPresent(ids::add));
    return Stream.concat(Stream.of(QueueReader.ANY), ids.stream()).toList();
  }

  String className(String id) {
    return id.equals(QueueReader.ANY)
        ? "Any class"
        : ontology.find(id).map(OntologyClass::name).orElse(id);
  }

  Task task(Item item) {
    return Objects.requireNonNull(work.get(item.span().task().id()));
  }

  double seconds() {
    return items.stream().mapToDouble(Item::seconds).sum();
  }

  long doubtfulFrames() {
    return items.stream().mapToLong(item -> item.span().to() - item.span().from()).sum();
  }
}
