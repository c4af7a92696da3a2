package io.keyreel.labels;

import io.keyreel.kernel.UserError;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes, changes, deletes and brings back tracks. */
@Component
class TrackEdits {
  private static final Set<String> FIELDS =
      Set.of("classId", "name", "color", "attributes", "z", "groupId", "trackKind");

  private final TrackStore store;
  private final OntologyStore ontologies;
  private final FenceStore fences;
  private final Json json;

  TrackEdits(TrackStore store, OntologyStore ontologies, FenceStore fences, Json json) {
    this.store = store;
    this.ontologies = ontologies;
    this.fences = fences;
    this.json = json;
  }

  Edit create(EditContext context, Op.TrackCreate op) {
    UUID labelSet = context.set().id();
    String subject = Subjects.track(op.track());
    var existing = store.find(labelSet, op.track());
    if (existing.isEmpty() && store.exists(op.track())) {
      throw new UserError.Invalid("This track id is taken; make a new one.");
    }
    requireClass(context, op.classId());
    Track track =
        new Track(
            op.track(),
            store.nextNumber(labelSet),
            op.trackKind() == null ? TrackKind.OBJECT : op.trackKind(),
            op.classId(),
            op.name() == null ? "" : op.name(),
            op.color(),
            op.attributes() == null ? Map.of() : op.attributes(),
            0,
            null,
            false,
            1);
    if (existing.isPresent()) {
      return Edit.conflict(subject, existing.get(), track, name(existing.get()));
    }
    store.insert(labelSet, track, context.author(), context.now());
    return Edit.created(subject, track);
  }

  Edit update(EditContext context, Op.TrackUpdate op) {
    Track before = require(context, op.track());
    for (String field : op.set().keySet()) {
      if (!FIELDS.contains(field)) {
        throw new UserError.Invalid(
            "A track has no field \"%s\" that can be set; choose of %s."
                .formatted(field, FIELDS.stream().sorted().toList()));
      }
    }
    Track after = with(before, op.set());
    if (op.set().containsKey("classId")) {
      requireClass(context, after.classId());
    }
    return write(before, after, op.base());
  }

  Edit delete(EditContext context, Op.TrackDelete op) {
    Track before = find(context, op.track());
    Edit edit = write(before, deleted(before, true), op.base());
    if (edit.conflict() == null) {
      fences.raiseAll(op.track());
    }
    return edit;
  }

  Edit restore(EditContext context, Op.TrackRestore op) {
    Track before = find(context, op.track());
    return write(before, deleted(before, false), op.base());
  }

  /** A track of this label set that is not deleted. */
  Track require(EditContext context, UUID id) {
    Track track = find(context, id);
    if (track.deleted()) {
      throw new UserError.Invalid(name(track) + " was deleted; restore it first.");
    }
    return track;
  }

  private Track find(EditContext context, UUID id) {
    return store
        .find(context.set().id(), id)
        .orElseThrow(
            () -> new UserError.Invalid("There is no such track in these labels; make it first."));
  }

  private Edit write(Track before, Track after, long base) {
    String subject = Subjects.track(before.id());
    return store.update(after, base)
        ? Edit.applied(subject, before, after, after.version())
        : Edit.conflict(subject, before, after, name(before));
  }

  private void requireClass(EditContext context, @Nullable String classId) {
    if (classId != null
        && ontologies
            .current(context.set().projectId())
            .flatMap(ontology -> ontology.find(classId))
            .isEmpty()) {
      throw new UserError.Invalid(
          "The project has no class \"%s\"; choose one of its classes or add it there."
              .formatted(classId));
    }
  }

  private Track with(Track track, Map<String, @Nullable Object> set) {
    Fields fields = json.convert(json.tree(set), Fields.class);
    return new Track(
        track.id(),
        track.number(),
        fields.trackKind() == null ? track.kind() : fields.trackKind(),
        set.containsKey("classId") ? fields.classId() : track.classId(),
        fields.name() == null ? track.name() : fields.name(),
        set.containsKey("color") ? fields.color() : track.color(),
        fields.attributes() == null ? track.attributes() : fields.attributes(),
        fields.z() == null ? track.z() : fields.z(),
        set.containsKey("groupId") ? fields.groupId() : track.groupId(),
        track.deleted(),
        track.version() + 1);
  }

  private record Fields(
      @Nullable String classId,
      @Nullable String name,
      @Nullable String color,
      @Nullable Map<String, Object> attributes,
      @Nullable Integer z,
      @Nullable UUID groupId,
      @Nullable TrackKind trackKind) {}

  private static Track deleted(Track track, boolean deleted) {
    return new Track(
        track.id(),
        track.number(),
        track.kind(),
        track.classId(),
        track.name(),
        track.color(),
        track.attributes(),
        track.z(),
        track.groupId(),
        deleted,
        track.version() + 1);
  }

  static String name(Track track) {
    return "Track %d".formatted(track.number());
  }
}
