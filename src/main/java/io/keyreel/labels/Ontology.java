package io.keyreel.labels;

import java.util.List;
import java.util.Optional;

/**
 * The classes of a project, in a version of their own.
 *
 * @param version 0 when the project has none yet
 */
public record Ontology(
    int version, List<OntologyClass> classes, List<EventClass> events, List<ClipClass> clips) {
  public Ontology {
    classes = classes == null ? List.of() : List.copyOf(classes);
    events = events == null ? List.of() : List.copyOf(events);
    clips = clips == null ? List.of() : List.copyOf(clips);
  }

  public Optional<OntologyClass> find(String classId) {
    return classes.stream().filter(c -> c.id().equals(classId)).findFirst();
  }

  /** What people know a track by: its name, else its class, and its number. */
  public String title(Track track) {
    String name =
        track.name().isBlank()
            ? Optional.ofNullable(track.classId())
                .flatMap(this::find)
                .map(OntologyClass::name)
                .orElse("Object")
            : track.name();
    return "%s #%d".formatted(name, track.number());
  }

  Ontology withVersion(int newVersion) {
    return new Ontology(newVersion, classes, events, clips);
  }
}
