package io.keyreel.workflow;

/** Which of a workflow's reviews a task comes to. */
@FunctionalInterface
interface Router {
  Router EVERYWHERE = (task, stage) -> true;

  boolean comesTo(Task task, Stage stage);

  /** The next stage that the task comes to. */
  default Stage next(Task task) {
    Stage stage = task.workflow().after(task.stage());
    while (stage.kind() == Stage.Kind.REVIEW && !comesTo(task, stage)) {
      stage = task.workflow().after(stage);
    }
    return stage;
  }
}
