package io.keyreel.ui.tasks;

import com.vaadin.flow.component.button.Button;
import io.keyreel.access.Member;
import io.keyreel.access.Project;
import io.keyreel.access.Projects;
import io.keyreel.kernel.Page;
import io.keyreel.ui.base.Desk;
import io.keyreel.workflow.BulkChange;
import io.keyreel.workflow.CutPreview;
import io.keyreel.workflow.CutRequest;
import io.keyreel.workflow.SavedFilters;
import io.keyreel.workflow.Stage;
import io.keyreel.workflow.Task;
import io.keyreel.workflow.TaskBulk;
import io.keyreel.workflow.TaskCutting;
import io.keyreel.workflow.TaskQuery;
import io.keyreel.workflow.Tasks;
import io.keyreel.workflow.Transitions;
import io.keyreel.workflow.Workflows;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the screens of tasks ask of the rooms, always for the person who sits there. */
@Component
class TaskDesk {
  private final Desk desk;
  private final TaskFacts facts;
  private final TaskMoves moves;
  private final Reading reading;
  private final Planning planning;

  TaskDesk(Desk desk, TaskFacts facts, TaskMoves moves, Reading reading, Planning planning) {
    this.desk = desk;
    this.facts = facts;
    this.moves = moves;
    this.reading = reading;
    this.planning = planning;
  }

  TaskFacts facts() {
    return facts;
  }

  List<Stage> stages(Project project) {
    return reading.workflows().current(project.id(), desk.me()).stages();
  }

  Page<Task> tasks(Project project, TaskQuery query) {
    return reading.tasks().ofProject(project.id(), query, desk.me());
  }

  List<Member> members(Project project) {
    return reading.projects().members(project.id(), desk.me());
  }

  KeptFilters kept(Project project, TaskFilters filters) {
    return new KeptFilters(project.id(), reading.filters(), desk, filters);
  }

  void menu(Task task, Button anchor, Runnable done) {
    moves.menu(task, anchor, done);
  }

  Optional<Task> next(Project project) {
    return planning.transitions().now(project.id(), desk.me());
  }

  CutPreview preview(Project project, CutRequest request) {
    return planning.cutting().preview(project.id(), request, desk.me());
  }

  CutPreview cut(Project project, CutRequest request) {
    return planning.cutting().make(project.id(), request, desk.me());
  }

  BulkChange.Outcome bulk(Project project, BulkChange change) {
    return planning.bulk().apply(project.id(), change, desk.me());
  }

  /** The services that tell. */
  @Component
  record Reading(Tasks tasks, Workflows workflows, Projects projects, SavedFilters filters) {}

  /** The services that change. */
  @Component
  record Planning(TaskCutting cutting, TaskBulk bulk, Transitions transitions) {}
}
