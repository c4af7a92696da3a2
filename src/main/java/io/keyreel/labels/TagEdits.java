package io.keyreel.labels;

import io.keyreel.kernel.UserError;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Says classes of the whole clip, and takes the word back. */
@Component
class TagEdits {
  private final TagStore store;
  private final OntologyStore ontologies;
  private final ChangeStore changes;

  TagEdits(TagStore store, OntologyStore ontologies, ChangeStore changes) {
    this.store = store;
    this.ontologies = ontologies;
    this.changes = changes;
  }

  Edit put(EditContext context, Op.TagPut op) {
    requireClass(context, op.classId());
    String subject = Subjects.tag(op.id());
    Optional<ClipTag> before = store.find(context.set().id(), op.id());
    long version =
        op.base() == 0 ? changes.lastVersion(context.set().id(), subject) + 1 : op.base() + 1;
    ClipTag after =
        new ClipTag(
            op.id(),
            op.classId(),
            op.value() == null ? Map.of() : op.value(),
            version,
            context.author(),
            context.now());
    boolean written =
        op.base() == 0
            ? store.insert(context.set().id(), after)
            : before.isPresent() && store.update(after, op.base());
    return written
        ? Edit.applied(subject, before.orElse(null), after, version)
        : Edit.conflict(subject, before.orElse(null), after, "The tag");
  }

  Edit delete(EditContext context, Op.TagDelete op) {
    String subject = Subjects.tag(op.id());
    Optional<ClipTag> before = store.find(context.set().id(), op.id());
    if (before.isEmpty() || before.get().version() != op.base() || !store.delete(before.get())) {
      return Edit.conflict(subject, before.orElse(null), null, "The tag");
    }
    return Edit.applied(subject, before.get(), null, op.base() + 1);
  }

  private void requireClass(EditContext context, String classId) {
    boolean known =
        ontologies.current(context.set().projectId()).stream()
            .flatMap(ontology -> ontology.clips().stream())
            .anyMatch(clip -> clip.id().equals(classId));
    if (!known) {
      throw new UserError.Invalid(
          "The project has no clip class \"%s\"; choose one of its classes or add it there."
              .formatted(classId));
    }
  }
}
