package io.keyreel.labels;

import io.keyreel.kernel.Ids;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Finds the operations that make events and tags again what they were. */
@Component
class EventRestoration {
  private final EventStore events;
  private final TagStore tags;
  private final Json json;

  EventRestoration(EventStore events, TagStore tags, Json json) {
    this.events = events;
    this.tags = tags;
    this.json = json;
  }

  /**
   * @param changes the first change of each subject since the point; its {@code before} held there
   */
  List<Op> ops(UUID labelSet, List<Change> changes) {
    UUID group = Ids.next();
    return changes.stream().flatMap(change -> op(labelSet, change, group)).toList();
  }

  private Stream<Op> op(UUID labelSet, Change change, UUID group) {
    String subject = change.subject();
    if (subject.startsWith("event:")) {
      return event(labelSet, change, id(subject), group).stream();
    }
    if (subject.startsWith("tag:")) {
      return tag(labelSet, change, id(subject), group).stream();
    }
    return Stream.empty();
  }

  private static UUID id(String subject) {
    return UUID.fromString(subject.substring(subject.indexOf(':') + 1));
  }

  private Optional<Op> event(UUID labelSet, Change change, UUID id, UUID group) {
    Optional<EventSegment> now = events.find(labelSet, id);
    if (change.before() == null) {
      return now.map(e -> new Op.EventDelete(Ids.next(), e.version(), group, id));
    }
    EventSegment then = json.convert(change.before(), EventSegment.class);
    return Optional.of(
        new Op.EventPut(
            Ids.next(),
            now.map(EventSegment::version).orElse(0L),
            group,
            id,
            then.classId(),
            then.from(),
            then.to(),
            then.attributes(),
            then.participants()));
  }

  private Optional<Op> tag(UUID labelSet, Change change, UUID id, UUID group) {
    Optional<ClipTag> now = tags.find(labelSet, id);
    if (change.before() == null) {
      return now.map(t -> new Op.TagDelete(Ids.next(), t.version(), group, id));
    }
    ClipTag then = json.convert(change.before(), ClipTag.class);
    return Optional.of(
        new Op.TagPut(
            Ids.next(),
            now.map(ClipTag::version).orElse(0L),
            group,
            id,
            then.classId(),
            then.value()));
  }
}
