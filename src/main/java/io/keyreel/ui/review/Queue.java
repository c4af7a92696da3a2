package io.keyreel.ui.review;

import io.keyreel.labels.Ontology;
import io.keyreel.labels.OntologyClass;
import io.keyreel.media.Video;
import io.keyreel.workflow.QueuedSpan;
import io.keyreel.workflow.ReviewQueue;
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
 * @param items the first of it
 * @param work the tasks of these
 * @param standing of all of it
 */
record Queue(
    List<Item> items,
    Map<UUID, Task> work,
    Ontology ontology,
    double threshold,
    ReviewQueue.Standing standing) {

  /** A span with the recording it is in. */
  record Item(QueuedSpan span, Video video, Optional<OntologyClass> kind) {
    SpanKey key() {
      return new SpanKey(span.task().id(), span.track(), span.from(), span.to());
    }

    boolean inClass(@Nullable String id) {
      return kind.map(OntologyClass::id).filter(own -> own.equals(id)).isPresent();
    }
  }

  Queue sorted(Comparator<Item> order) {
    return new Queue(items.stream().sorted(order).toList(), work, ontology, threshold, standing);
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
}
