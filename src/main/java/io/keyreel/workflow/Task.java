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
    int priority,
    @Nullable Instant dueAt,
    long version,
    Instant createdAt,
    Instant updatedAt) {

  public Stage stage() {
    return state.stage();
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
        priority,
        dueAt,
        version + 1,
        createdAt,
        updatedAt);
  }
}
