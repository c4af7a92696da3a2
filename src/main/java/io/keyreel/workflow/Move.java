package io.keyreel.workflow;

import org.jspecify.annotations.Nullable;

/** What a person asks of a task. */
sealed interface Move {
  record Claim() implements Move {}

  record Submit() implements Move {}

  record Approve() implements Move {}

  record Return(String reason) implements Move {}

  record Release() implements Move {}

  record Reopen(String reason) implements Move {}

  record Assign(Actor assignee) implements Move {}

  /** Takes the last move back. */
  record Undo(String reason, @Nullable Earlier earlier) implements Move {}

  default TaskAction action() {
    return switch (this) {
      case Claim _ -> TaskAction.CLAIM;
      case Submit _ -> TaskAction.SUBMIT;
      case Approve _ -> TaskAction.APPROVE;
      case Return _ -> TaskAction.RETURN;
      case Release _ -> TaskAction.RELEASE;
      case Reopen _ -> TaskAction.REOPEN;
      case Assign _ -> TaskAction.ASSIGN;
      case Undo _ -> TaskAction.UNDO;
    };
  }

  default String reason() {
    return switch (this) {
      case Return(String reason) -> reason;
      case Reopen(String reason) -> reason;
      case Undo(String reason, _) -> reason;
      case Claim _, Submit _, Approve _, Release _, Assign _ -> "";
    };
  }
}
