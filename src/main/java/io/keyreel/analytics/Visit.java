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

  /** One move of a task, as it was written down. */
  record Step(
      String action, String fromStage, String toStage, UUID author, String reason, Instant at) {}

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
        current = new Visit(step.toStage(), step.at(), null, null, null, null, "", step.author());
      }
    }
    visits.add(current);
    return visits;
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
        step.action(),
        step.reason(),
        previous);
  }
}
