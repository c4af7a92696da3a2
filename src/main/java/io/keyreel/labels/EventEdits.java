package io.keyreel.labels;

import io.keyreel.kernel.UserError;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Puts and deletes labelled intervals. */
@Component
class EventEdits {
  private final EventStore store;
  private final TrackEdits tracks;
  private final OntologyStore ontologies;
  private final ChangeStore changes;

  EventEdits(EventStore store, TrackEdits tracks, OntologyStore ontologies, ChangeStore changes) {
    this.store = store;
    this.tracks = tracks;
    this.ontologies = ontologies;
    this.changes = changes;
  }

  Edit put(EditContext context, Op.EventPut op) {
    context.requireFrame(op.from());
    context.requireFrame(op.to() - 1);
    if (op.to() <= op.from()) {
      throw new UserError.Invalid("An event ends after it begins; give it at least one frame.");
    }
    requireClass(context, op.classId());
    List<UUID> participants = op.participants() == null ? List.of() : op.participants();
    participants.forEach(track -> tracks.require(context, track));
    String subject = Subjects.event(op.id());
    Optional<EventSegment> before = store.find(context.set().id(), op.id());
    long version =
        op.base() == 0 ? changes.lastVersion(context.set().id(), subject) + 1 : op.base() + 1;
    EventSegment after =
        new EventSegment(
            op.id(),
            op.classId(),
            op.from(),
            op.to(),
            op.attributes() == null ? Map.of() : op.attributes(),
            participants,
            version,
            context.author(),
            context.now());
    boolean written =
        op.base() == 0
            ? store.insert(context.set().id(), after)
            : before.isPresent() && store.update(after, op.base());
    return written
        ? Edit.applied(subject, before.orElse(null), after, version)
        : Edit.conflict(subject, before.orElse(null), after, "The event");
  }

  Edit delete(EditContext context, Op.EventDelete op) {
    String subject = Subjects.event(op.id());
    Optional<EventSegment> before = store.find(context.set().id(), op.id());
    if (before.isEmpty() || before.get().version() != op.base() || !store.delete(before.get())) {
      return Edit.conflict(subject, before.orElse(null), null, "The event");
    }
    return Edit.applied(subject, before.get(), null, op.base() + 1);
  }

  private void requireClass(EditContext context, String classId) {
    boolean known =
        ontologies.current(context.set().projectId()).stream()
            .flatMap(ontology -> ontology.events().stream())
            .anyMatch(event -> event.id().equals(classId));
    if (!known) {
      throw new UserError.Invalid(
          "The project has no event \"%s\"; choose one of its events or add it there."
              .formatted(classId));
    }
  }
}
