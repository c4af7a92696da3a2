package io.keyreel.labels;

import io.keyreel.kernel.UserError;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Puts and deletes labelled intervals. */
@Component
class EventEdits {
  private final Versioned<EventSegment> edits;
  private final TrackEdits tracks;
  private final OntologyStore ontologies;

  EventEdits(EventStore store, TrackEdits tracks, OntologyStore ontologies, ChangeStore changes) {
    this.edits = new Versioned<>("The event", store, changes);
    this.tracks = tracks;
    this.ontologies = ontologies;
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
    return edits.put(
        context,
        Subjects.event(op.id()),
        op.id(),
        op.base(),
        version ->
            new EventSegment(
                op.id(),
                op.classId(),
                op.from(),
                op.to(),
                op.attributes() == null ? Map.of() : op.attributes(),
                participants,
                version,
                context.author(),
                context.now()));
  }

  Edit delete(EditContext context, Op.EventDelete op) {
    return edits.delete(context, Subjects.event(op.id()), op.id(), op.base());
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
