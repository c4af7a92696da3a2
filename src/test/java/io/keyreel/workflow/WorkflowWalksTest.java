package io.keyreel.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyreel.access.Role;
import io.keyreel.kernel.FrameRange;
import io.keyreel.workflow.TaskState.Approved;
import io.keyreel.workflow.TaskState.Gathering;
import io.keyreel.workflow.TaskState.InProgress;
import io.keyreel.workflow.TaskState.Open;
import io.keyreel.workflow.TaskState.Submitted;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Random people do random things to tasks of random workflows. */
class WorkflowWalksTest {
  private static final int WALKS = 10_000;
  private static final List<Actor> PEOPLE =
      List.of(
          new Actor(new UUID(0, 1), true, false, false),
          new Actor(new UUID(0, 2), true, false, false),
          new Actor(new UUID(0, 3), true, true, false),
          new Actor(new UUID(0, 4), true, true, false),
          new Actor(new UUID(0, 5), true, true, true),
          new Actor(new UUID(0, 6), false, false, false));
  private static final Actor LEAD = PEOPLE.get(4);

  @Test
  void noWalkEndsInAnIllegalStateOrWhereNobodyCanGoOn() {
    Random random = new Random(20_261_122);
    int approved = 0;
    int gathered = 0;
    for (int walk = 0; walk < WALKS; walk++) {
      Walk run = new Walk(random);
      for (int step = 0; step < 60; step++) {
        run.step();
      }
      gathered += run.gathered;
      assertThat(run.finish().state()).isInstanceOf(Approved.class);
      approved += run.approvals;
    }
    assertThat(approved).isGreaterThan(WALKS / 10);
    assertThat(gathered).isGreaterThan(WALKS / 50);
  }

  /** One task and where it has been. */
  private static final class Walk {
    private final Random random;
    private final Router router;
    private final Deque<Earlier> before = new ArrayDeque<>();
    private Task task;
    int approvals;
    int gathered;

    Walk(Random random) {
      this.random = random;
      long salt = random.nextLong();
      this.router = (t, stage) -> stage.rules().sample() == null || ((salt >> t.round()) & 1) == 0;
      this.task = fresh(new Workflow(1, stages(random)));
    }

    void step() {
      if (task.state() instanceof Gathering && random.nextInt(3) == 0) {
        moved(TaskMachine.gathered(task, router), null);
        gathered++;
        return;
      }
      Actor actor = PEOPLE.get(random.nextInt(PEOPLE.size()));
      Move move = anyMove();
      TaskMachine.Refusal refusal = TaskMachine.refusal(task, move, actor);
      if (refusal == null) {
        moved(TaskMachine.apply(task, move, actor, router), move);
      } else {
        assertThat(refusal.message()).endsWith(".").hasSizeLessThan(250);
      }
    }

    private void moved(Task after, @Nullable Move move) {
      check(task, after, move);
      if (move instanceof Move.Undo) {
        before.pop();
      } else if (!after.stage().equals(task.stage())) {
        before.push(
            new Earlier(
                new UUID(1, 1),
                task.state(),
                task.round(),
                task.labeler(),
                task.reviewer(),
                Instant.EPOCH));
      }
      approvals += after.approved() ? 1 : 0;
      task = after;
    }

    /** A lead can always bring a task to its end. */
    Task finish() {
      for (int i = 0; i < 20 && !task.approved(); i++) {
        Task at = task;
        task =
            switch (at.state()) {
              case Gathering _ -> TaskMachine.gathered(at, router);
              case Open(Stage stage) when stage.rules().labelers() > 1 ->
                  TaskMachine.gathered(
                      at.moved(new Gathering(stage), at.round(), null, null), router);
              case Open _ -> TaskMachine.apply(at, new Move.Assign(LEAD), LEAD, router);
              case InProgress(Stage stage, UUID holder) -> {
                if (stage.kind() == Stage.Kind.LABEL && !holder.equals(LEAD.id())) {
                  yield TaskMachine.apply(at, new Move.Assign(LEAD), LEAD, router);
                }
                yield TaskMachine.apply(
                    at,
                    stage.kind() == Stage.Kind.LABEL ? new Move.Submit() : new Move.Approve(),
                    LEAD,
                    router);
              }
              case Submitted _, Approved _ -> throw new AssertionError(at.state());
            };
      }
      return task;
    }

    private Move anyMove() {
      return switch (random.nextInt(10)) {
        case 0, 1 -> new Move.Claim();
        case 2, 3 -> new Move.Submit();
        case 4, 5 -> new Move.Approve();
        case 6 -> new Move.Return(random.nextInt(4) == 0 ? " " : "Again");
        case 7 -> random.nextBoolean() ? new Move.Release() : new Move.Reopen("Wrong");
        case 8 -> new Move.Undo(random.nextInt(4) == 0 ? "" : "Slip", before.peek());
        default -> new Move.Assign(PEOPLE.get(random.nextInt(PEOPLE.size())));
      };
    }
  }

  private static void check(Task before, Task after, @Nullable Move move) {
    assertThat(after.workflow().stages()).contains(after.stage());
    assertThat(after.version()).isEqualTo(before.version() + 1);
    assertThat(after.approved()).isEqualTo(after.stage().equals(after.workflow().last()));
    assertThat(after.state()).isNotInstanceOf(Submitted.class);
    if (before.approved()) {
      assertThat(move).isInstanceOfAny(Move.Reopen.class, Move.Undo.class);
    }
    if (after.state() instanceof InProgress(Stage stage, UUID person)) {
      assertThat(stage.rules().labelers()).isEqualTo(1);
      assertThat(person(person).mayHold(stage)).isTrue();
    }
    if (after.state() instanceof Gathering(Stage stage)) {
      assertThat(stage.rules().labelers()).isGreaterThan(1);
    }
    if (move instanceof Move.Submit || move instanceof Move.Approve) {
      List<Stage> stages = after.workflow().stages();
      int from = stages.indexOf(before.stage());
      int to = stages.indexOf(after.stage());
      assertThat(to).isGreaterThan(from);
      assertThat(stages.subList(from + 1, to)).allMatch(stage -> stage.rules().sample() != null);
    }
    if (move instanceof Move.Approve && before.state() instanceof InProgress(_, UUID reviewer)) {
      assertThat(person(reviewer).leads() || !reviewer.equals(before.labeler())).isTrue();
    }
  }

  private static Actor person(UUID id) {
    return PEOPLE.stream().filter(actor -> actor.id().equals(id)).findFirst().orElseThrow();
  }

  private static Task fresh(Workflow workflow) {
    return new Task(
        UUID.randomUUID(),
        7,
        UUID.randomUUID(),
        UUID.randomUUID(),
        UUID.randomUUID(),
        new FrameRange(0, 10),
        workflow,
        workflow.first().rules().labelers() > 1
            ? new Gathering(workflow.first())
            : new Open(workflow.first()),
        1,
        null,
        null,
        TaskPlan.NONE,
        null,
        1,
        Instant.EPOCH,
        Instant.EPOCH);
  }

  private static List<Stage> stages(Random random) {
    int reviews = random.nextInt(4);
    boolean apart = reviews > 0 && random.nextInt(4) == 0;
    List<Stage> stages = new ArrayList<>();
    stages.add(
        new Stage("label", "Label", Stage.Kind.LABEL, rules(apart ? 3 : null, null, null, null)));
    for (int i = 1; i <= reviews; i++) {
      StageRules.Sample sample =
          random.nextBoolean() || (apart && i == 1)
              ? null
              : new StageRules.Sample(StageRules.Sample.By.SHARE, 50, 0);
      String back = random.nextBoolean() ? null : stages.get(random.nextInt(stages.size())).id();
      Role role = random.nextInt(5) == 0 ? Role.LEAD : null;
      stages.add(
          new Stage(
              "review-" + i, "Review " + i, Stage.Kind.REVIEW, rules(null, sample, back, role)));
    }
    stages.add(new Stage("approved", "Approved", Stage.Kind.APPROVED));
    return stages;
  }

  private static StageRules rules(
      @Nullable Integer copies,
      StageRules.@Nullable Sample sample,
      @Nullable String back,
      @Nullable Role role) {
    return new StageRules(role, copies, null, null, null, sample, back, null, null);
  }
}
