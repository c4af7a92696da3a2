package io.keyreel.workflow;

import java.util.Set;
import java.util.UUID;

/** A person as far as tasks care: who, and what the project lets them do. */
record Actor(UUID id, boolean works, boolean reviews, boolean leads, Set<String> skills) {
  Actor(UUID id, boolean works, boolean reviews, boolean leads) {
    this(id, works, reviews, leads, Set.of());
  }

  boolean mayHold(Stage stage) {
    return switch (stage.kind()) {
      case LABEL -> works;
      case REVIEW -> reviews;
      case APPROVED -> false;
    };
  }
}
