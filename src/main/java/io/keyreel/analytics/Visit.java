package io.keyreel.analytics;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A stay of a task at a stage.
 *
 * @param takenAt when somebody first took it there
 * @param leftBy who moved it on
 * @param previous who had finished it at the stage before
 */
record Visit(
    String stage,
    Instant enteredAt,
    @Nullable Instant takenAt,
    @Nullable Instant leftAt,
    @Nullable UUID leftBy,
    @Nullable String leftAction,
    String reason,
    @Nullable UUID previous) {

  /** How a stay is left by a move that a lead took back later. */
  static final String TAKEN_BACK = "taken-back";

  /**
   * One move of a task, as it was written down.
   *
   * @param takenBack whether a lead undid it later
   */
  record Step(
      String action,
      String fromStage,
      String toStage,
      UUID author,
      String reason,
      Instant at,
      boolean takenBack) {}

  /**
   * A task's stays from its making on, in order; the last one lasts. A copy that is handed in stays
   * at its stage until it is compared with the others; the work on it is over all the same.
   */
  static List<Visit> of(Instant createdAt, String stage, List<Step> steps) {
    List<Visit> visits = new ArrayList<>();
    String at = steps.isEmpty() ? stage : steps.getFirst().fromStage();
    Visit current = new Visit(at, createdAt, null, null, null, null, "", null);
    for (Step step : steps) {
      if (step.toStage().equals(step.fromStage()) && !step.action().equals("submit")) {
        current = current.taken(step);
      } else {
        visits.add(current.left(step));
        UUID previous =
            step.action().equals("undo") ? previousOf(visits, step.toStage()) : step.author();
        current = new Visit(step.toStage(), step.at(), null, null, null, null, "", previous);
      }
    }
    visits.add(current);
    return visits;
  }

  /** Where a task stands again as before, it is of the same person's as before. */
  private static @Nullable UUID previousOf(List<Visit> visits, String stage) {
    return visits.reversed().stream()
        .filter(visit -> visit.stage().equals(stage) && TAKEN_BACK.equals(visit.leftAction()))
        .findFirst()
        .map(Visit::previous)
        .orElse(null);
  }

  private Visit taken(Step step) {
    boolean takes = step.action().equals("claim") || step.action().equals("assign");
    return takes && takenAt == null
        ? new Visit(stage, enteredAt, step.at(), null, null, null, "", previous)
        : this;
  }

  private Visit left(Step step) {
    return new Visit(
        stage,
        enteredAt,
        takenAt,
        step.at(),
        step.author(),
        step.takenBack() ? TAKEN_BACK : step.action(),
        step.reason(),
        previous);
  }
}
