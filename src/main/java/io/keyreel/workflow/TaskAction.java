package io.keyreel.workflow;

import io.keyreel.kernel.UserError;
import java.util.Arrays;
import java.util.Locale;

/** The transitions, by the names used on the wire and in the record of transitions. */
public enum TaskAction {
  CLAIM,
  SUBMIT,
  APPROVE,
  RETURN,
  RELEASE,
  REOPEN,
  ASSIGN,
  UNDO;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static TaskAction of(String code) {
    return Arrays.stream(values())
        .filter(action -> action.code().equals(code))
        .findFirst()
        .orElseThrow(() ->
            new UserError.Invalid(
                "\"%s\" is no action of a task; use claim, submit, approve, return, release,"
                        .formatted(code)
                    + " reopen, assign or undo."));
  }
}
