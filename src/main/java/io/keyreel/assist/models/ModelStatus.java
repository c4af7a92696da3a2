package io.keyreel.assist.models;

import org.jspecify.annotations.Nullable;

/**
 * A pack that is there, and whether it may be used.
 *
 * @param folder its name on disk or in the program
 * @param card unless it cannot be read
 * @param problem what is wrong with it, in one sentence; nothing is made of such a pack
 */
public record ModelStatus(
    String folder, Origin origin, @Nullable ModelCard card, @Nullable String problem) {
  /** Where a pack comes from. */
  public enum Origin {
    BUILT_IN,
    ADDED
  }

  public boolean sound() {
    return problem == null;
  }
}
