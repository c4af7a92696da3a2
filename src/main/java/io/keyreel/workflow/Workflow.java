package io.keyreel.workflow;

import io.keyreel.kernel.UserError;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The stages of a project, in order: one to label, any number to review, then approved. A task
 * keeps the version it was made under.
 */
public record Workflow(int version, List<Stage> stages) {
  public static final List<Stage> STANDARD =
      List.of(
          new Stage("label", "Label", Stage.Kind.LABEL),
          new Stage("review", "Review", Stage.Kind.REVIEW),
          new Stage("approved", "Approved", Stage.Kind.APPROVED));

  public Workflow {
    stages = List.copyOf(stages);
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < stages.size(); i++) {
      Stage.Kind due =
          i == 0
              ? Stage.Kind.LABEL
              : i == stages.size() - 1 ? Stage.Kind.APPROVED : Stage.Kind.REVIEW;
      if (stages.get(i).kind() != due || !ids.add(stages.get(i).id())) {
        throw wrongOrder();
      }
    }
    if (stages.size() < 2) {
      throw wrongOrder();
    }
    for (int i = 0; i < stages.size(); i++) {
      checkRules(stages, i);
    }
  }

  private static void checkRules(List<Stage> stages, int at) {
    Stage stage = stages.get(at);
    String back = stage.rules().returnsTo();
    if (back != null && stages.subList(0, at).stream().noneMatch(s -> s.id().equals(back))) {
      throw new UserError.Invalid(
          "%s returns tasks to \"%s\", which does not come before it; choose an earlier stage."
              .formatted(stage.name(), back));
    }
    if (stage.rules().labelers() > 1
        && (stages.get(at + 1).kind() != Stage.Kind.REVIEW
            || stages.get(at + 1).rules().sample() != null)) {
      throw new UserError.Invalid(
          "Where several people label apart, a review of every task must follow, in which somebody"
              + " settles what they disagree on.");
    }
  }

  /** Where a task goes that is returned from a stage. */
  Stage backFrom(Stage stage) {
    String id = stage.rules().returnsTo();
    return id == null ? first() : stage(id);
  }

  public Stage first() {
    return stages.getFirst();
  }

  public Stage last() {
    return stages.getLast();
  }

  public Stage stage(String id) {
    return stages.stream()
        .filter(stage -> stage.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new UserError.NotFound("There is no stage %s here.".formatted(id)));
  }

  /** The stage after {@code stage}; the last one has none. */
  Stage after(Stage stage) {
    return stages.get(stages.indexOf(stage) + 1);
  }

  private static UserError.Invalid wrongOrder() {
    return new UserError.Invalid(
        "A workflow has one labelling stage first, review stages between, and one approved stage"
            + " last, each with an id of its own; put the stages in this order.");
  }
}
