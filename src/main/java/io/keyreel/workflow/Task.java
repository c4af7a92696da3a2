package io.keyreel.workflow;

import io.keyreel.kernel.FrameRange;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One unit of work: a range of a video's frames at a stage.
 *
 * @param number what people call it by
 * @param round 1, and one more each time it comes back
 * @param labeler who labelled it last; a returned task goes back to this person
 * @param reviewer who reviewed it last
 * @param parent the task that this is one labeler's copy of, if it is one
 */
public record Task(
    UUID id,
    long number,
    UUID project,
    UUID video,
    UUID labelSet,
    FrameRange frames,
    Workflow workflow,
    TaskState state,
    int round,
    @Nullable UUID labeler,
    @Nullable UUID reviewer,
    TaskPlan plan,
    @Nullable UUID parent,
    long version,
    Instant createdAt,
    Instant updatedAt) {

  public Stage stage() {
    return state.stage();
  }

  public int priority() {
    return plan.priority();
  }

  public @Nullable Instant dueAt() {
    return plan.dueAt();
  }

  public boolean approved() {
    return state instanceof TaskState.Approved;
  }

  Task moved(
      TaskState next, int nextRound, @Nullable UUID nextLabeler, @Nullable UUID nextReviewer) {
    return new Task(
        id,
        number,
        project,
        video,
        labelSet,
        frames,
        workflow,
        next,
        nextRound,
        nextLabeler,
        nextReviewer,
        plan,
        parent,
        version + 1,
        createdAt,
        updatedAt);
  }
}
