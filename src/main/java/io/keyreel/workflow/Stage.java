package io.keyreel.workflow;

import io.keyreel.kernel.UserError;

/** A step of a project's workflow. */
public record Stage(String id, String name, Kind kind, StageRules rules) {
  public enum Kind {
    LABEL,
    REVIEW,
    APPROVED
  }

  public Stage(String id, String name, Kind kind) {
    this(id, name, kind, StageRules.NONE);
  }

  public Stage {
    if (!id.matches("[a-z0-9][a-z0-9-]{0,39}")) {
      throw new UserError.Invalid(
          "The stage id \"%s\" does not fit; use up to 40 lower-case letters, digits and dashes."
              .formatted(id));
    }
    if (name.isBlank() || name.length() > 80) {
      throw new UserError.Invalid(
          "The stage %s needs a name of at most 80 characters.".formatted(id));
    }
    rules = rules == null ? StageRules.NONE : rules;
    if (kind != Kind.LABEL && rules.labelers() > 1) {
      throw new UserError.Invalid(
          "Only at a labelling stage can several people work apart, not at %s.".formatted(name));
    }
    if (kind != Kind.REVIEW && rules.sample() != null) {
      throw new UserError.Invalid("Only reviews take samples, not %s.".formatted(name));
    }
  }
}
