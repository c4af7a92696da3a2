package io.keyreel.workflow;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a task stands. */
public sealed interface TaskState {
  Stage stage();

  /** Nobody has it; anyone the stage allows may take it. */
  record Open(Stage stage) implements TaskState {}

  /** One person has it. */
  record InProgress(Stage stage, UUID person) implements TaskState {}

  /** Several people label it apart, and not all have handed in. */
  record Gathering(Stage stage) implements TaskState {}

  /** One labeler's copy, handed in and read-only. */
  record Submitted(Stage stage) implements TaskState {}

  /** Done and read-only. */
  record Approved(Stage stage) implements TaskState {}

  default Optional<UUID> assignee() {
    return this instanceof InProgress work ? Optional.of(work.person()) : Optional.empty();
  }

  default boolean heldBy(UUID person) {
    return assignee().filter(person::equals).isPresent();
  }

  /** From {@link #code}. */
  static TaskState of(String code, Stage stage, @Nullable UUID person) {
    return switch (code) {
      case "IN_PROGRESS" -> new InProgress(stage, Objects.requireNonNull(person));
      case "GATHERING" -> new Gathering(stage);
      case "SUBMITTED" -> new Submitted(stage);
      case "APPROVED" -> new Approved(stage);
      default -> new Open(stage);
    };
  }

  /** As stored and sent. */
  default String code() {
    return switch (this) {
      case Open _ -> "OPEN";
      case InProgress _ -> "IN_PROGRESS";
      case Gathering _ -> "GATHERING";
      case Submitted _ -> "SUBMITTED";
      case Approved _ -> "APPROVED";
    };
  }
}
