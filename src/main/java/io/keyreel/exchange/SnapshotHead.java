package io.keyreel.exchange;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What a snapshot holds, without the shapes. */
record SnapshotHead(
    UUID project,
    String projectName,
    int number,
    Scope scope,
    Instant createdAt,
    int ontologyVersion,
    List<Category> categories,
    List<Clip> clips) {

  /** Which tasks' labels are in. */
  enum Scope {
    APPROVED,
    ALL
  }

  /** A class of the ontology. */
  record Category(String id, String name, String kind, String color) {}

  int frameCount() {
    return clips.stream().mapToInt(Clip::frameCount).sum();
  }
}
