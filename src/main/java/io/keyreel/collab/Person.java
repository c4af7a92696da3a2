package io.keyreel.collab;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who is at a task now.
 *
 * @param track the one they have selected
 * @param color the one they are shown in, everywhere the same
 */
public record Person(UUID id, String name, int frame, @Nullable UUID track, String color) {
  // Told apart by colour-blind people too (Okabe and Ito).
  private static final List<String> COLORS =
      List.of(
          "#E69F00", "#56B4E9", "#009E73", "#F0E442", "#0072B2", "#D55E00", "#CC79A7", "#999999");

  static Person of(UUID id, String name, int frame, @Nullable UUID track) {
    return new Person(
        id, name, frame, track, COLORS.get(Math.floorMod(id.hashCode(), COLORS.size())));
  }
}
