package io.keyreel.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyreel.kernel.FrameRange;
import io.keyreel.kernel.UserError;
import io.keyreel.workflow.TaskMachine.Refusal;
import io.keyreel.workflow.TaskState.Approved;
import io.keyreel.workflow.TaskState.InProgress;
import io.keyreel.workflow.TaskState.Open;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TaskMachineTest {
  private static final Actor ANNA = new Actor(UUID.randomUUID(), true, false, false);
  private static final Actor BEN = new Actor(UUID.randomUUID(), true, false, false);
  private static final Actor ROSA = new Actor(UUID.randomUUID(), true, true, false);
  private static final Actor RUTH = new Actor(UUID.randomUUID(), true, true, false);
  private static final Actor LEO = new Actor(UUID.randomUUID(), true, true, true);
  private static final Actor GUEST = new Actor(UUID.randomUUID(), false, false, false);
  private static final List<Actor> PEOPLE = List.of(ANNA, BEN, ROSA, RUTH, LEO, GUEST);

  @Test
  void goesFromLabelOverReviewToApproved() {
    Task claimed = TaskMachine.apply(fresh(1), new Move.Claim(), ANNA);
    Task submitted = TaskMachine.apply(claimed, new Move.Submit(), ANNA);
    Task reviewed = TaskMachine.apply(submitted, new Move.Claim(), ROSA);
    Task approved = TaskMachine.apply(reviewed, new Move.Approve(), ROSA);

    assertThat(claimed.state()).isEqualTo(new InProgress(claimed.workflow().first(), ANNA.id()));
    assertThat(submitted.state()).isInstanceOf(Open.class);
    assertThat(submitted.stage().id()).isEqualTo("review");
    assertThat(approved.state()).isInstanceOf(Approved.class);
    assertThat(approved.labeler()).isEqualTo(ANNA.id());
    assertThat(approved.reviewer()).isEqualTo(ROSA.id());
    assertThat(approved.version()).isEqualTo(5);
  }

  @Test
  void refusesASecondSubmitAsAStateConflict() {
    Task claimed = TaskMachine.apply(fresh(1), new Move.Claim(), ANNA);
    Task submitted = TaskMachine.apply(claimed, new Move.Submit(), ANNA);

    assertThat(TaskMachine.refusal(submitted, new Move.Submit(), ANNA))
        .extracting(Refusal::kind)
        .isEqualTo(Refusal.Kind.STATE);
  }

  @Test
  void returnsToItsLabelerOnlyAndNeedsAReason() {
    Task inReview = inReview();

    assertThat(TaskMachine.refusal(inReview, new Move.Return("  "), ROSA))
        .extracting(Refusal::kind)
        .isEqualTo(Refusal.Kind.INPUT);
    Task returned = TaskMachine.apply(inReview, new Move.Return("Edges are loose"), ROSA);
    assertThat(returned.round()).isEqualTo(2);
    assertThat(returned.stage().kind()).isEqualTo(Stage.Kind.LABEL);
    assertThat(TaskMachine.allows(returned, new Move.Claim(), ANNA)).isTrue();
    assertThat(TaskMachine.allows(returned, new Move.Claim(), BEN)).isFalse();
    Task given = TaskMachine.apply(returned, new Move.Assign(BEN), LEO);
    assertThat(given.state().heldBy(BEN.id())).isTrue();
  }

  @Test
  void letsOthersHaveAReturnedTaskThatItsLabelerGaveBack() {
    Task returned = TaskMachine.apply(inReview(), new Move.Return("Edges are loose"), ROSA);
    Task taken = TaskMachine.apply(returned, new Move.Claim(), ANNA);
    Task given = TaskMachine.apply(taken, new Move.Release(), ANNA);

    assertThat(TaskMachine.allows(given, new Move.Claim(), BEN)).isTrue();
  }

  @Test
  void keepsReviewersFromTheirOwnWork() {
    Task task = TaskMachine.apply(fresh(1), new Move.Claim(), ROSA);
    Task submitted = TaskMachine.apply(task, new Move.Submit(), ROSA);

    assertThat(TaskMachine.allows(submitted, new Move.Claim(), ROSA)).isFalse();
    assertThat(TaskMachine.allows(submitted, new Move.Claim(), RUTH)).isTrue();
    assertThat(TaskMachine.allows(submitted, new Move.Claim(), ANNA)).isFalse();
  }

  @Test
  void letsOnlyLeadsReopenAndOnlyWithAReason() {
    Task approved = TaskMachine.apply(inReview(), new Move.Approve(), ROSA);

    assertThat(TaskMachine.allows(approved, new Move.Reopen("wrong class"), ROSA)).isFalse();
    assertThat(TaskMachine.allows(approved, new Move.Reopen(""), LEO)).isFalse();
    Task reopened = TaskMachine.apply(approved, new Move.Reopen("wrong class"), LEO);
    assertThat(reopened.state()).isEqualTo(new Open(reopened.workflow().first()));
    assertThat(reopened.round()).isEqualTo(2);
  }

  @Test
  void refusesWorkflowsInAnotherOrder() {
    List<Stage> backwards = Workflow.STANDARD.reversed();
    assertThatThrownBy(() -> new Workflow(1, backwards))
        .isInstanceOf(UserError.Invalid.class)
        .hasMessageContaining("labelling stage first");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3})
  void neverReachesAnIllegalStateInThousandsOfWalks(int reviews) {
    Random random = new Random(20_260 + reviews);
    for (int walk = 0; walk < 3_000; walk++) {
      Task task = fresh(reviews);
      for (int step = 0; step < 40; step++) {
        Actor actor = PEOPLE.get(random.nextInt(PEOPLE.size()));
        Move move = anyMove(random);
        Refusal refusal = TaskMachine.refusal(task, move, actor);
        if (refusal == null) {
          Task next = TaskMachine.apply(task, move, actor);
          checkStep(task, move, next);
          task = next;
        } else {
          assertThat(refusal.message()).endsWith(".").hasSizeLessThan(200);
        }
      }
      assertThat(finishedByLead(task).approved()).isTrue();
    }
  }

  private static void checkStep(Task before, Move move, Task after) {
    Stage last = after.workflow().last();
    assertThat(after.workflow().stages()).contains(after.stage());
    assertThat(after.approved()).isEqualTo(after.stage().equals(last));
    assertThat(after.version()).isEqualTo(before.version() + 1);
    boolean back = move instanceof Move.Return || move instanceof Move.Reopen;
    assertThat(after.round()).isEqualTo(before.round() + (back ? 1 : 0));
    int from = before.workflow().stages().indexOf(before.stage());
    int to = after.workflow().stages().indexOf(after.stage());
    boolean on = move instanceof Move.Submit || move instanceof Move.Approve;
    assertThat(to).isEqualTo(back ? 0 : on ? from + 1 : from);
    if (before.approved()) {
      assertThat(move).isInstanceOf(Move.Reopen.class);
    }
    after.state().assignee().ifPresent(id -> assertThat(actor(id).mayHold(after.stage())).isTrue());
  }

  private static Task finishedByLead(Task task) {
    Task at = task;
    while (!at.approved()) {
      if (at.stage().kind() == Stage.Kind.LABEL) {
        at = TaskMachine.apply(at, new Move.Assign(LEO), LEO);
        at = TaskMachine.apply(at, new Move.Submit(), LEO);
      } else {
        at = TaskMachine.apply(at, new Move.Approve(), LEO);
      }
    }
    return at;
  }

  private static Actor actor(UUID id) {
    return PEOPLE.stream().filter(actor -> actor.id().equals(id)).findFirst().orElseThrow();
  }

  private static Move anyMove(Random random) {
    return switch (random.nextInt(9)) {
      case 0, 1 -> new Move.Claim();
      case 2 -> new Move.Submit();
      case 3 -> new Move.Approve();
      case 4 -> new Move.Return(random.nextBoolean() ? "The tail is missing" : "");
      case 5 -> new Move.Release();
      case 6 -> new Move.Reopen(random.nextBoolean() ? "Classes changed" : " ");
      default -> new Move.Assign(PEOPLE.get(random.nextInt(PEOPLE.size())));
    };
  }

  private static Task inReview() {
    Task claimed = TaskMachine.apply(fresh(1), new Move.Claim(), ANNA);
    Task submitted = TaskMachine.apply(claimed, new Move.Submit(), ANNA);
    return TaskMachine.apply(submitted, new Move.Claim(), ROSA);
  }

  private static Task fresh(int reviews) {
    Workflow workflow = new Workflow(1, stages(reviews));
    return new Task(
        UUID.randomUUID(),
        12,
        UUID.randomUUID(),
        UUID.randomUUID(),
        UUID.randomUUID(),
        new FrameRange(0, 100),
        workflow,
        new Open(workflow.first()),
        1,
        null,
        null,
        TaskPlan.NONE,
        null,
        1,
        Instant.EPOCH,
        Instant.EPOCH);
  }

  private static List<Stage> stages(int reviews) {
    List<Stage> stages = new ArrayList<>();
    stages.add(new Stage("label", "Label", Stage.Kind.LABEL));
    for (int i = 1; i <= reviews; i++) {
      stages.add(new Stage(i == 1 ? "review" : "review-" + i, "Review " + i, Stage.Kind.REVIEW));
    }
    stages.add(new Stage("approved", "Approved", Stage.Kind.APPROVED));
    return stages;
  }
}
