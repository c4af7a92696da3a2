package io.keyreel.workflow;

import static io.keyreel.Eventually.eventually;

import io.keyreel.access.Role;
import io.keyreel.access.User;
import io.keyreel.kernel.Ids;
import io.keyreel.labels.EventClass;
import io.keyreel.labels.Ontologies;
import io.keyreel.labels.Ontology;
import io.keyreel.labels.OntologyClass;
import io.keyreel.labels.Op;
import io.keyreel.labels.Outcome;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Work that several people did apart, measured. */
public final class SampleAgreements {
  private final ApplicationContext context;
  private final TestTasks world;

  public SampleAgreements(ApplicationContext context, TestTasks world) {
    this.context = context;
    this.world = world;
  }

  /**
   * On six frames the labeler and another person draw a ball on frames 0 and 4; what is a ball to
   * the one is a dog to the other on a second object. Their event differs on two frames.
   *
   * @return the other person
   */
  public User twoWhoDiffer() {
    Ontologies ontologies = context.getBean(Ontologies.class);
    Ontology now = ontologies.current(world.project.id());
    ontologies.save(
        world.project.id(),
        new Ontology(
            now.version(),
            now.classes().stream()
                .map(each ->
                    new OntologyClass(
                        each.id(), each.name(), each.kind(), each.color(), each.key(), List.of()))
                .toList(),
            List.of(new EventClass("jump", "Jump", "#8d3aff", List.of())),
            List.of()),
        world.lead);
    Workflows workflows = context.getBean(Workflows.class);
    workflows.save(
        world.project.id(),
        workflows.current(world.project.id(), world.lead).version(),
        List.of(
            new Stage(
                "label",
                "Label",
                Stage.Kind.LABEL,
                new StageRules(null, 2, null, null, null, null, null, null, null)),
            new Stage("settle", "Settle", Stage.Kind.REVIEW),
            new Stage("approved", "Approved", Stage.Kind.APPROVED)),
        world.lead);
    Task task = world.task(6);
    User second = world.member(Role.LABELER);
    label(world.labeler, "ball", 5, 2);
    label(second, "dog", 30, 4);
    eventually(
        () ->
            context
                .getBean(JdbcClient.class)
                .sql("select count(*) from agreements where task_id = ?")
                .param(task.id())
                .query(Integer.class)
                .single(),
        count -> count == 1);
    return second;
  }

  private void label(User by, String other, int at, int eventFrom) {
    Task copy = context.getBean(Transitions.class).next(world.project.id(), by).orElseThrow();
    UUID ball = world.track(copy, by, "ball");
    put(copy, by, TestTasks.keyframe(ball, 0, TestTasks.square(2, 10)));
    put(copy, by, TestTasks.keyframe(ball, 4, TestTasks.square(at, 10)));
    UUID thing = world.track(copy, by, other);
    put(copy, by, TestTasks.keyframe(thing, 1, TestTasks.square(20, 10)));
    put(
        copy,
        by,
        new Op.EventPut(Ids.next(), 0, null, Ids.next(), "jump", 0, eventFrom, null, null));
    world.act(copy, "submit", by);
  }

  private void put(Task task, User by, Op op) {
    Outcome outcome = world.apply(task, by, op);
    if (outcome.status() != Outcome.Status.APPLIED) {
      throw new AssertionError(outcome);
    }
  }
}
