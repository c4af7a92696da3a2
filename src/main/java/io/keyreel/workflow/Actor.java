package io.keyreel.workflow;

import io.keyreel.access.Role;
import java.util.Set;
import java.util.UUID;

/** A person as far as tasks care: who, and what the project lets them do. */
record Actor(UUID id, boolean works, boolean reviews, boolean leads, Set<String> skills) {
  Actor(UUID id, boolean works, boolean reviews, boolean leads) {
    this(id, works, reviews, leads, Set.of());
  }

  boolean mayHold(Stage stage) {
    boolean kind =
        switch (stage.kind()) {
          case LABEL -> works;
          case REVIEW -> reviews;
          case APPROVED -> false;
        };
    Role least = stage.rules().role();
    return kind
        && (least == null
            || switch (least) {
              case LABELER -> works;
              case REVIEWER -> reviews;
              case LEAD, ADMIN -> leads;
            });
  }
}
