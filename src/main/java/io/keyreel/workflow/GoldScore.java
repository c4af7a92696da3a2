package io.keyreel.workflow;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody, or an engine on the shapes nobody corrected, scored against known labels.
 *
 * @param user absent for an engine
 */
public record GoldScore(
    UUID task,
    @Nullable Person user,
    @Nullable String engine,
    double j,
    double f,
    int shapes,
    int round,
    Instant at) {
  public double jf() {
    return (j + f) / 2;
  }
}
