package io.keyreel.workflow;

import io.keyreel.access.User;
import io.keyreel.kernel.UserError;
import io.keyreel.labels.Labels;
import io.keyreel.labels.Ontologies;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** What a task still lacks before it goes on. */
@Service
public class Checklist {
  private final Tasks tasks;
  private final Labels labels;
  private final Ontologies ontologies;
  private final NoteStore notes;
  private final TaskDoubts doubts;

  Checklist(Tasks tasks, Labels labels, Ontologies ontologies, NoteStore notes, TaskDoubts doubts) {
    this.tasks = tasks;
    this.labels = labels;
    this.ontologies = ontologies;
    this.notes = notes;
    this.doubts = doubts;
  }

  /** What blocks stands first. */
  public List<ChecklistItem> of(UUID task, User by) {
    return of(tasks.find(task, by), by);
  }

  void requireNothingBlocking(Task task, User by) {
    List<ChecklistItem> blocking = of(task, by).stream().filter(ChecklistItem::blocking).toList();
    if (!blocking.isEmpty()) {
      String more =
          blocking.size() == 1 ? "" : " There are %d more.".formatted(blocking.size() - 1);
      throw new UserError.Invalid(
          "Task %d is not ready: %s%s"
              .formatted(task.number(), blocking.getFirst().message(), more));
    }
  }

  private List<ChecklistItem> of(Task task, User by) {
    return ChecklistRules.items(
        labels.state(task.labelSet(), task.frames()),
        ontologies.current(task.project()),
        task.frames(),
        notes.ofTask(task.id()),
        doubts.unseen(task, by));
  }
}
