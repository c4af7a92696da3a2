package io.keyreel.demo;

import io.keyreel.access.Project;
import io.keyreel.access.User;
import io.keyreel.assist.Run;
import io.keyreel.assist.RunRequest;
import io.keyreel.assist.RunTarget;
import io.keyreel.assist.Runs;
import io.keyreel.labels.Coverage;
import io.keyreel.media.Video;
import io.keyreel.workflow.Stage;
import io.keyreel.workflow.Task;
import io.keyreel.workflow.TaskQuery;
import io.keyreel.workflow.TaskState;
import io.keyreel.workflow.Tasks;
import io.keyreel.workflow.TransitionRequest;
import io.keyreel.workflow.Transitions;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Takes a recording's task through its stages, as far as its scene says. */
@Component
class DemoWork {
  private final Tasks tasks;
  private final Transitions transitions;
  private final DemoLabels labels;
  private final Runs runs;
  private final Coverage coverage;

  DemoWork(Tasks tasks, Transitions transitions, DemoLabels labels, Runs runs, Coverage coverage) {
    this.tasks = tasks;
    this.transitions = transitions;
    this.labels = labels;
    this.runs = runs;
    this.coverage = coverage;
  }

  Optional<Task> task(Project project, Video video, User by) {
    TaskQuery query = new TaskQuery(null, null, null, video.id(), 0, 1);
    return tasks.ofProject(project.id(), query, by).items().stream().findFirst();
  }

  void label(Task task, Scene scene, User labeler) {
    if (!labels.anyOn(task)) {
      Task held = task.state() instanceof TaskState.Open ? move(task, "claim", labeler) : task;
      labels.draw(held, scene, labeler);
    }
  }

  /** The last run on the task; starts the first one. */
  Run run(Task task, User labeler) {
    List<Run> all = runs.ofSet(task.labelSet());
    return all.isEmpty()
        ? runs.start(
            labeler,
            new RunTarget(task.labelSet(), task.id(), task.frames()),
            RunRequest.EVERYTHING)
        : all.getFirst();
  }

  void finish(Task task, Scene scene, Cast cast) {
    Task now = tasks.find(task.id(), cast.admin());
    if (scene.goal() == Scene.Goal.IN_WORK) {
      return;
    }
    if (now.stage().kind() == Stage.Kind.LABEL && now.state().heldBy(cast.labeler().id())) {
      coverage.seen(now.labelSet(), cast.labeler(), List.of(now.frames()));
      now = move(now, "submit", cast.labeler());
    }
    if (scene.goal() == Scene.Goal.APPROVED && now.stage().kind() == Stage.Kind.REVIEW) {
      Task held = now.state() instanceof TaskState.Open ? move(now, "claim", cast.reviewer()) : now;
      move(held, "approve", cast.reviewer());
    }
  }

  private Task move(Task task, String action, User by) {
    return transitions.perform(
        task.id(), new TransitionRequest(action, task.version(), null, null), by);
  }
}
