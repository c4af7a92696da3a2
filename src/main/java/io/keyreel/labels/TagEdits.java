package io.keyreel.labels;

import io.keyreel.kernel.UserError;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Says classes of the whole clip, and takes the word back. */
@Component
class TagEdits {
  private final Versioned<ClipTag> edits;
  private final OntologyStore ontologies;

  TagEdits(TagStore store, OntologyStore ontologies, ChangeStore changes) {
    this.edits = new Versioned<>("The tag", store, changes);
    this.ontologies = ontologies;
  }

  Edit put(EditContext context, Op.TagPut op) {
    requireClass(context, op.classId());
    return edits.put(
        context,
        Subjects.tag(op.id()),
        op.id(),
        op.base(),
        version ->
            new ClipTag(
                op.id(),
                op.classId(),
                op.value() == null ? Map.of() : op.value(),
                version,
                context.author(),
                context.now()));
  }

  Edit delete(EditContext context, Op.TagDelete op) {
    return edits.delete(context, Subjects.tag(op.id()), op.id(), op.base());
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
