package io.keyreel.access;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.keyreel.kernel.UserError;
import org.jspecify.annotations.Nullable;

/**
 * How machines work in a project.
 *
 * @param engine the name of the engine that propagates
 * @param doubtThreshold a confidence below it, 0 to 1, asks for a look
 */
public record ProjectSettings(String engine, double doubtThreshold) {
  public static final ProjectSettings DEFAULT = new ProjectSettings("flow", 0.8);

  public ProjectSettings {
    if (engine.isBlank() || engine.length() > 80) {
      throw new UserError.Invalid("The engine has no name; give one, such as \"flow\".");
    }
    if (!(doubtThreshold >= 0 && doubtThreshold <= 1)) {
      throw new UserError.Invalid("The doubt threshold must lie between 0 and 1.");
    }
  }

  @JsonCreator
  static ProjectSettings of(
      @JsonProperty("engine") @Nullable String engine,
      @JsonProperty("doubtThreshold") @Nullable Double doubtThreshold) {
    return new ProjectSettings(
        engine == null ? DEFAULT.engine : engine,
        doubtThreshold == null ? DEFAULT.doubtThreshold : doubtThreshold);
  }
}
