package io.keyreel.workflow;

import io.keyreel.access.User;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What a person could ask of a task as it stands; the transition itself decides anew. */
@Service
public class TaskActions {
  private static final String SOME_REASON = "…";

  private final People people;

  TaskActions(People people) {
    this.people = people;
  }

  public Set<TaskAction> of(Task task, User by) {
    return of(task, people.actor(by, task.project()));
  }

  static Set<TaskAction> of(Task task, Actor actor) {
    return Arrays.stream(TaskAction.values())
        .filter(action -> TaskMachine.allows(task, move(task, action), actor))
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(TaskAction.class)));
  }

  /** A task that has left its first stage was moved there. */
  private static @Nullable Earlier earlier(Task task) {
    boolean moved = task.round() > 1 || !task.stage().equals(task.workflow().first());
    return moved ? new Earlier(task.id(), task.state(), 1, null, null, task.updatedAt()) : null;
  }

  private static Move move(Task task, TaskAction action) {
    return switch (action) {
      case CLAIM -> new Move.Claim();
      case SUBMIT -> new Move.Submit();
      case APPROVE -> new Move.Approve();
      case RETURN -> new Move.Return(SOME_REASON);
      case RELEASE -> new Move.Release();
      case REOPEN -> new Move.Reopen(SOME_REASON);
      case ASSIGN -> new Move.Assign(new Actor(new UUID(0, 0), true, true, true));
      case UNDO -> new Move.Undo(SOME_REASON, earlier(task));
    };
  }
}
