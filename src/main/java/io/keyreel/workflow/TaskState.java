package io.keyreel.workflow;

import java.util.Optional;
import java.util.UUID;

/** Where a task stands. */
public sealed interface TaskState {
  Stage stage();

  /** Nobody has it; anyone the stage allows may take it. */
  record Open(Stage stage) implements TaskState {}

  /** One person has it. */
  record InProgress(Stage stage, UUID person) implements TaskState {}

  /** Done and read-only. */
  record Approved(Stage stage) implements TaskState {}

  default Optional<UUID> assignee() {
    return this instanceof InProgress work ? Optional.of(work.person()) : Optional.empty();
  }

  default boolean heldBy(UUID person) {
    return assignee().filter(person::equals).isPresent();
  }

  /** As stored and sent. */
  default String code() {
    return switch (this) {
      case Open _ -> "OPEN";
      case InProgress _ -> "IN_PROGRESS";
      case Approved _ -> "APPROVED";
    };
  }
}
