package io.keyreel.workflow;

import io.keyreel.access.User;
import io.keyreel.jobs.Broadcast;
import io.keyreel.labels.ChangeLog;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells those concerned what became of a task: open annotators, boards, and people in person. */
@Component
class TaskNews {
  private final ChangeLog changes;
  private final Broadcast broadcast;
  private final Notifications notifications;
  private final People people;

  TaskNews(ChangeLog changes, Broadcast broadcast, Notifications notifications, People people) {
    this.changes = changes;
    this.broadcast = broadcast;
    this.notifications = notifications;
    this.people = people;
  }

  TaskStatus status(Task task) {
    return new TaskStatus(
        task.id(),
        task.number(),
        task.version(),
        task.stage(),
        task.state().code(),
        task.round(),
        people.personOrNone(task.state().assignee().orElse(null)));
  }

  void moved(Task task, Move move, User by) {
    changes.append(task.labelSet(), task.id(), "task", "task:" + task.id(), status(task), by.id());
    board(task.project(), task.id());
    switch (move) {
      case Move.Return(String reason) ->
          tell(task, task.labeler(), by, "returned", "came back from review: " + reason);
      case Move.Reopen(String reason) ->
          tell(task, task.labeler(), by, "reopened", "was reopened: " + reason);
      case Move.Approve _ when task.approved() ->
          tell(task, task.labeler(), by, "approved", "is approved.");
      case Move.Assign(Actor assignee) ->
          tell(task, assignee.id(), by, "assigned", "was given to you by " + by.name() + ".");
      case Move.Undo(String reason, _) ->
          tell(
              task,
              task.state().assignee().orElse(task.labeler()),
              by,
              "undone",
              "is back at %s: %s".formatted(task.stage().name(), reason));
      case Move.Claim _, Move.Submit _, Move.Approve _, Move.Release _ -> {}
    }
  }

  void timedOut(Task task, UUID holder) {
    changes.append(task.labelSet(), task.id(), "task", "task:" + task.id(), status(task), null);
    board(task.project(), task.id());
    notifications.tell(
        holder,
        task,
        "timed-out",
        "Task %d went back to the others, as nothing was done on it for long. Your labels are kept."
            .formatted(task.number()));
  }

  void changed(Task task, User by) {
    changes.append(task.labelSet(), task.id(), "task", "task:" + task.id(), status(task), by.id());
    board(task.project(), task.id());
  }

  /** Lets lists of the project's tasks look again. */
  void board(UUID project, UUID task) {
    broadcast.publish("project:" + project, "{\"type\":\"task\",\"id\":\"%s\"}".formatted(task));
  }

  private void tell(Task task, @Nullable UUID whom, User by, String kind, String what) {
    if (whom != null && !whom.equals(by.id())) {
      notifications.tell(whom, task, kind, "Task %d %s".formatted(task.number(), what));
    }
  }
}
