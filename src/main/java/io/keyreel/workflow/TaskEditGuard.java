package io.keyreel.workflow;

import io.keyreel.access.Action;
import io.keyreel.access.Policy;
import io.keyreel.access.Standing;
import io.keyreel.access.Standing.Hold;
import io.keyreel.access.Standing.Phase;
import io.keyreel.access.User;
import io.keyreel.kernel.FrameRange;
import io.keyreel.kernel.UserError;
import io.keyreel.labels.EditGuard;
import io.keyreel.labels.EditKind;
import io.keyreel.labels.LabelSets;
import io.keyreel.labels.Sealed;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lets people edit the labels of tasks they hold, while these are not approved. */
@Component
class TaskEditGuard implements EditGuard {
  private final TaskStore store;
  private final Policy policy;
  private final LabelSets labelSets;
  private final TransitionStore moves;
  private final LateNews news;

  TaskEditGuard(
      TaskStore store, Policy policy, LabelSets labelSets, TransitionStore moves, LateNews news) {
    this.store = store;
    this.policy = policy;
    this.labelSets = labelSets;
    this.moves = moves;
    this.news = news;
  }

  @Override
  public void check(UUID labelSet, User by, @Nullable UUID taskId, FrameRange touched) {
    if (taskId == null) {
      checkWithoutTask(labelSet, by, touched);
      return;
    }
    Task task =
        store.find(taskId).filter(t -> t.labelSet().equals(labelSet)).orElseThrow(Tasks::missing);
    check(task, by);
    checkFrames(task, touched);
  }

  @Override
  public void checkKind(UUID labelSet, @Nullable UUID taskId, EditKind kind) {
    if (taskId != null) {
      store.find(taskId).ifPresent(task -> checkKind(task, kind));
    }
  }

  private static void checkKind(Task task, EditKind kind) {
    StageRules.Edits edits = task.stage().rules().edits();
    boolean allowed =
        edits == null
            || switch (edits) {
              case ALL -> true;
              case CORRECT -> kind != EditKind.TRACK;
              case DESCRIBE -> kind == EditKind.DESCRIBE || kind == EditKind.ACCEPT;
              case ACCEPT -> kind == EditKind.ACCEPT;
            };
    if (!allowed) {
      throw new UserError.Forbidden(
          "At %s this is not edited; write a note, or return the task."
              .formatted(task.stage().name()));
    }
  }

  @Override
  public List<Sealed> sealed(UUID labelSet) {
    return store.sealed(labelSet);
  }

  /** They held it, or edited it, and may not edit it now. */
  @Override
  public boolean late(UUID labelSet, @Nullable UUID taskId, User by) {
    return taskId != null
        && store
            .find(taskId)
            .filter(task -> task.labelSet().equals(labelSet))
            .filter(task -> refusal(task, by).isPresent())
            .filter(task -> moves.had(task, by.id()))
            .isPresent();
  }

  @Override
  public void keptApart(UUID taskId, User by, int open) {
    store.find(taskId).ifPresent(task -> news.keptApart(task, by, open));
  }

  /** Why this person may not edit the labels of a task now, if so. */
  Optional<String> refusal(Task task, User by) {
    try {
      check(task, by);
      return Optional.empty();
    } catch (UserError.Forbidden e) {
      return Optional.ofNullable(e.getMessage());
    }
  }

  private void check(Task task, User by) {
    policy.check(by, task.project(), Action.TASK_VIEW);
    String closed =
        switch (task.state()) {
          case TaskState.Gathering _ ->
              "Task %d is labelled by several people apart; look again when all have handed in.";
          case TaskState.Submitted _ -> "The copy %d is handed in and read-only.";
          case TaskState.Open _, TaskState.InProgress _, TaskState.Approved _ -> "";
        };
    if (!closed.isEmpty()) {
      throw new UserError.Forbidden(closed.formatted(task.number()));
    }
    policy.check(by, task.project(), Action.LABEL_EDIT, standing(task, by));
  }

  /** Word of a whole track touches all frames of the video, those of the task among them. */
  private static void checkFrames(Task task, FrameRange touched) {
    FrameRange own = task.frames();
    boolean within = touched.from() >= own.from() && touched.to() <= own.to();
    boolean about = touched.from() <= own.from() && touched.to() >= own.to();
    if (!within && !about) {
      throw new UserError.Forbidden(
          "Frames %d to %d are not all in task %d, which has frames %d to %d; stay within them."
              .formatted(
                  touched.from(), touched.to() - 1, task.number(), own.from(), own.to() - 1));
    }
  }

  private void checkWithoutTask(UUID labelSet, User by, FrameRange touched) {
    UUID project = labelSets.find(labelSet).projectId();
    policy.check(by, project, Action.LABEL_EDIT, new Standing(Phase.LABEL, Hold.OTHERS));
    if (store.approvedIn(labelSet, touched)) {
      throw new UserError.Forbidden(
          "A task with these frames is approved and read-only; reopen it first.");
    }
  }

  private static Standing standing(Task task, User by) {
    Phase phase =
        switch (task.stage().kind()) {
          case LABEL -> Phase.LABEL;
          case REVIEW -> Phase.REVIEW;
          case APPROVED -> Phase.APPROVED;
        };
    Hold hold =
        task.state() instanceof TaskState.Open
            ? Hold.FREE
            : task.state().heldBy(by.id()) ? Hold.MINE : Hold.OTHERS;
    return new Standing(phase, hold);
  }
}
