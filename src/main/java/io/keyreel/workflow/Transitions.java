package io.keyreel.workflow;

import io.keyreel.access.User;
import io.keyreel.kernel.UserError;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Moves tasks from state to state, one at a time and each upon the version it was decided upon. */
@Service
public class Transitions {
  private final Tasks tasks;
  private final TaskStore store;
  private final People people;
  private final Mover mover;
  private final StageGate gate;

  Transitions(Tasks tasks, TaskStore store, People people, Mover mover, StageGate gate) {
    this.tasks = tasks;
    this.store = store;
    this.people = people;
    this.mover = mover;
    this.gate = gate;
  }

  @Transactional
  public Task perform(UUID id, TransitionRequest request, User by) {
    tasks.find(id, by);
    Task task = store.lock(id).orElseThrow(Tasks::missing);
    if (task.version() != request.version()) {
      throw mover.conflict(
          task,
          "Task %d changed since you looked at it; look at where it stands now."
              .formatted(task.number()));
    }
    Actor actor = people.actor(by, task.project());
    if (request.action().equals("assign") && TaskMachine.labelledApart(task)) {
      return mover.move(
          gate.copyFor(task, assignee(task, request)), move(task, request), by, actor);
    }
    Move move = move(task, request);
    mover.check(task, move, actor);
    gate.check(task, move, actor, by);
    Task after = mover.move(task, move, by, actor, gate.router());
    gate.settle(task, after, move, by);
    return after;
  }

  /** What this person should do now: the first task that they hold already, else the next one. */
  @Transactional
  public Optional<Task> now(UUID project, User by) {
    TaskQuery held = new TaskQuery(null, "IN_PROGRESS", by.id(), null, 0, 1);
    return tasks.ofProject(project, held, by).items().stream()
        .findFirst()
        .or(() -> next(project, by));
  }

  /**
   * Takes the next task of a project for somebody: one that came back to them first. Two people who
   * ask at the same time never get the same one.
   */
  @Transactional
  public Optional<Task> next(UUID project, User by) {
    Actor actor = people.actor(by, project);
    tasks.checkView(project, by);
    return gate.goldFor(project, actor)
        .or(() -> store.lockNext(project, actor))
        .map(task -> TaskMachine.labelledApart(task) ? gate.copyFor(task, actor) : task)
        .map(task -> mover.move(task, new Move.Claim(), by, actor));
  }

  private Move move(Task task, TransitionRequest request) {
    String reason = Objects.requireNonNullElse(request.reason(), "").strip();
    return switch (TaskAction.of(request.action())) {
      case CLAIM -> new Move.Claim();
      case SUBMIT -> new Move.Submit();
      case APPROVE -> new Move.Approve();
      case RETURN -> new Move.Return(reason);
      case RELEASE -> new Move.Release();
      case REOPEN -> new Move.Reopen(reason);
      case ASSIGN -> new Move.Assign(assignee(task, request));
      case UNDO -> new Move.Undo(reason, gate.earlier(task).orElse(null));
    };
  }

  private Actor assignee(Task task, TransitionRequest request) {
    if (request.assignee() == null) {
      throw new UserError.Invalid("Say whom to assign task %d to.".formatted(task.number()));
    }
    return people.actor(people.user(request.assignee()), task.project());
  }
}
