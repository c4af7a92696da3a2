package io.keyreel.workflow;

import io.keyreel.kernel.FrameRange;
import io.keyreel.labels.Attribute;
import io.keyreel.labels.DoubtfulSpan;
import io.keyreel.labels.Keyframe;
import io.keyreel.labels.LabelState;
import io.keyreel.labels.Ontology;
import io.keyreel.labels.OntologyClass;
import io.keyreel.labels.Track;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a task still lacks, read from its labels. */
final class ChecklistRules {
  private final LabelState labels;
  private final Ontology ontology;
  private final FrameRange frames;
  private final Map<UUID, TreeSet<Integer>> keyframes = new HashMap<>();
  private final Map<UUID, Integer> proposed = new HashMap<>();
  private final List<ChecklistItem> items = new ArrayList<>();

  private ChecklistRules(LabelState labels, Ontology ontology, FrameRange frames) {
    this.labels = labels;
    this.ontology = ontology;
    this.frames = frames;
    for (Keyframe keyframe : labels.keyframes()) {
      if (frames.contains(keyframe.frame())) {
        keyframes.computeIfAbsent(keyframe.track(), track -> new TreeSet<>()).add(keyframe.frame());
      }
    }
    labels
        .proposals()
        .forEach(piece -> proposed.merge(piece.track(), piece.from(), (a, b) -> Math.min(a, b)));
  }

  static List<ChecklistItem> items(
      LabelState labels,
      Ontology ontology,
      FrameRange frames,
      List<Note> notes,
      List<DoubtfulSpan> unseen) {
    ChecklistRules rules = new ChecklistRules(labels, ontology, frames);
    rules.emptiness();
    rules.tracks().forEach(rules::attributes);
    rules.tracks().forEach(rules::oneFrame);
    notes.stream().filter(Note::open).forEach(rules::note);
    unseen.forEach(rules::doubt);
    return List.copyOf(rules.items);
  }

  /** Tracks that show something on the task's frames. */
  private List<Track> tracks() {
    return labels.tracks().stream()
        .filter(track -> !track.deleted() && firstFrame(track).isPresent())
        .toList();
  }

  private void emptiness() {
    if (tracks().isEmpty()) {
      add(
          "no-labels",
          "There are no labels on any frame; go on only if there is nothing to label.",
          false,
          null,
          null,
          null,
          null);
    }
  }

  private void attributes(Track track) {
    OntologyClass type =
        track.classId() == null ? null : ontology.find(track.classId()).orElse(null);
    if (type == null) {
      missing(track, "%s has no class; choose one.".formatted(ontology.title(track)));
      return;
    }
    for (Attribute attribute : Optional.ofNullable(type.attributes()).orElse(List.of())) {
      if (attribute.required() && !given(track, attribute)) {
        missing(
            track,
            "%s lacks \"%s\", which a %s needs; fill it in."
                .formatted(ontology.title(track), attribute.name(), type.name()));
      }
    }
  }

  private boolean given(Track track, Attribute attribute) {
    if (!blank(track.attributes().get(attribute.id()))) {
      return true;
    }
    return attribute.scope().equals("frame")
        && labels.states().stream()
            .anyMatch(state ->
                state.track().equals(track.id()) && !blank(state.attributes().get(attribute.id())));
  }

  private void oneFrame(Track track) {
    Set<Integer> own = keyframes.getOrDefault(track.id(), new TreeSet<>());
    if (own.size() == 1 && !proposed.containsKey(track.id()) && frames.length() > 1) {
      int frame = own.iterator().next();
      add(
          "one-frame-track",
          "%s is on frame %d alone; propagate it, or delete it if it was a slip."
              .formatted(ontology.title(track), frame),
          false,
          frame,
          null,
          track.id(),
          null);
    }
  }

  private void note(Note note) {
    add(
        "open-note",
        "A note of %s is open: %s".formatted(note.author().name(), Excerpt.of(note.body(), 120)),
        false,
        note.from(),
        note.to(),
        note.track(),
        note.id());
  }

  private void doubt(DoubtfulSpan span) {
    String name =
        labels.tracks().stream()
            .filter(track -> track.id().equals(span.track()))
            .map(ontology::title)
            .findFirst()
            .orElse("A track");
    add(
        "unseen-doubt",
        "%s is doubtful on frames %d to %d (confidence down to %.2f) and you have not seen them."
            .formatted(name, span.frames().from(), span.frames().to() - 1, span.minConfidence()),
        false,
        span.frames().from(),
        span.frames().to(),
        span.track(),
        null);
  }

  private void missing(Track track, String message) {
    add(
        "attribute-missing",
        message,
        true,
        firstFrame(track).orElse(frames.from()),
        null,
        track.id(),
        null);
  }

  private Optional<Integer> firstFrame(Track track) {
    TreeSet<Integer> own = keyframes.get(track.id());
    Integer drawn = own == null ? null : own.getFirst();
    Integer machine = proposed.get(track.id());
    if (drawn == null || machine == null) {
      return Optional.ofNullable(drawn == null ? machine : drawn);
    }
    return Optional.of(Math.min(drawn, machine));
  }

  private void add(
      String kind,
      String message,
      boolean blocking,
      @Nullable Integer frame,
      @Nullable Integer to,
      @Nullable UUID track,
      @Nullable UUID note) {
    items.add(new ChecklistItem(kind, message, blocking, frame, to, track, note));
  }

  private static boolean blank(@Nullable Object value) {
    return value == null || value instanceof String text && text.isBlank();
  }
}
