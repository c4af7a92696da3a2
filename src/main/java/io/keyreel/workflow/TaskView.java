package io.keyreel.workflow;

import io.keyreel.access.Role;
import io.keyreel.labels.Ontology;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All that a screen of a task starts from, for one person.
 *
 * @param to one past the last frame
 * @param actions the transitions this person may ask for now
 * @param returned why it came back last, while it is not approved
 */
public record TaskView(
    UUID id,
    long number,
    long version,
    Named project,
    VideoRef video,
    UUID labelSet,
    int from,
    int to,
    Stage stage,
    List<Stage> stages,
    String state,
    int round,
    @Nullable Person assignee,
    @Nullable Person labeler,
    @Nullable Person reviewer,
    boolean editable,
    @Nullable String readOnlyReason,
    @Nullable Returned returned,
    Role role,
    List<String> actions,
    Ontology ontology,
    double doubtThreshold,
    Person me) {

  /** Why a task came back to be labelled again. */
  public record Returned(String reason, Person by, Instant at) {}

  /** Something with a name. */
  public record Named(UUID id, String name) {}

  /** A video, as tasks show it. */
  public record VideoRef(UUID id, String name, int width, int height, int frameCount) {}

  /** A task in a list. */
  public record Row(
      UUID id,
      long number,
      long version,
      VideoRef video,
      int from,
      int to,
      Stage stage,
      String state,
      int round,
      @Nullable Person assignee,
      @Nullable Person labeler,
      @Nullable Person reviewer,
      int priority,
      @Nullable Instant dueAt,
      List<String> tags,
      @Nullable String skill,
      Instant createdAt,
      Instant updatedAt) {}
}
