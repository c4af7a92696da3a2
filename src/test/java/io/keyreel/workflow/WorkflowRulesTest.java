package io.keyreel.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyreel.KeyreelTest;
import io.keyreel.access.Role;
import io.keyreel.access.User;
import io.keyreel.kernel.FrameRange;
import io.keyreel.kernel.UserError;
import io.keyreel.labels.Coverage;
import io.keyreel.labels.Op;
import io.keyreel.labels.Outcome;
import io.keyreel.workflow.StageRules.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@KeyreelTest
class WorkflowRulesTest {
  private static final StageRules NONE = StageRules.NONE;

  @Autowired private ApplicationContext context;
  @Autowired private Workflows workflows;
  @Autowired private Transitions transitions;
  @Autowired private Tasks tasks;
  @Autowired private Leases leases;
  @Autowired private Coverage coverage;
  @Autowired private JdbcClient jdbc;

  private TestTasks world;

  @BeforeEach
  void prepare() {
    world = new TestTasks(context);
  }

  @Test
  void tasksKeepTheWorkflowTheyBeganWith() {
    Task old = world.task(10);
    stages(NONE, NONE, NONE);
    Task young = world.task(10);
    assertThat(old.workflow().stages()).hasSize(3);
    assertThat(young.workflow().stages()).hasSize(4);
    world.act(young, "claim", world.labeler);
    world.act(young, "submit", world.labeler);
    world.act(young, "claim", world.reviewer);
    assertThat(world.act(young, "approve", world.reviewer).stage().id()).isEqualTo("review-2");
  }

  @Test
  void aSampledReviewSkipsTheOthersButNeverWhatCameBack() {
    stages(NONE, sample(Sample.By.SHARE, 30, 0));
    int reviewed = 0;
    for (int i = 0; i < 60; i++) {
      Task task = world.task(5);
      world.act(task, "claim", world.labeler);
      reviewed += world.act(task, "submit", world.labeler).approved() ? 0 : 1;
    }
    assertThat(reviewed).isBetween(5, 35);
    Task approved =
        tasks.ofProject(world.project.id(), TaskQuery.ALL, world.lead).items().stream()
            .filter(Task::approved)
            .findFirst()
            .orElseThrow();
    world.act(approved, "reopen", world.lead);
    world.act(approved, "claim", world.labeler);
    assertThat(world.act(approved, "submit", world.labeler).stage().id()).isEqualTo("review-1");
  }

  @Test
  void reviewsByConfidenceLookAtWhatTheMachineDoubts() {
    stages(NONE, sample(Sample.By.CONFIDENCE, 70, 0));
    assertThat(submittedWith(0.5f).stage().id()).isEqualTo("review-1");
    assertThat(submittedWith(0.9f).approved()).isTrue();
  }

  @Test
  void reviewsByRecordTrustThoseWhoseWorkWasGood() {
    stages(NONE, sample(Sample.By.RECORD, 20, 0));
    User careful = world.member(Role.LABELER);
    for (int i = 0; i < 5; i++) {
      Task task = world.task(5);
      world.act(task, "claim", careful);
      assertThat(world.act(task, "submit", careful).approved()).isFalse();
      world.act(task, "claim", world.reviewer);
      world.act(task, "approve", world.reviewer);
    }
    Task trusted = world.task(5);
    world.act(trusted, "claim", careful);
    assertThat(world.act(trusted, "submit", careful).approved()).isTrue();
  }

  @Test
  void severalLabelApartAndSomebodyElseSettles() {
    stages(copies(2), NONE);
    Task task = world.task(10);
    User second = world.member(Role.LABELER);
    Task mine = transitions.next(world.project.id(), world.labeler).orElseThrow();
    assertThat(mine.parent()).isEqualTo(task.id());
    assertThat(mine.labelSet()).isNotEqualTo(task.labelSet());
    Task theirs = transitions.next(world.project.id(), second).orElseThrow();
    assertThat(theirs.id()).isNotEqualTo(mine.id());
    UUID track = world.track(mine, world.labeler, "ball");
    assertThat(world.draw(mine, world.labeler, track, 1).status())
        .isEqualTo(Outcome.Status.APPLIED);
    assertThat(world.draw(theirs, second, track, 1).status()).isEqualTo(Outcome.Status.REFUSED);
    world.act(mine, "submit", world.labeler);
    assertThat(transitions.next(world.project.id(), world.labeler)).isEmpty();
    assertThat(world.draw(mine, world.lead, track, 2).message()).contains("handed in");
    assertThat(tasks.find(task.id(), world.lead).state()).isInstanceOf(TaskState.Gathering.class);
    world.act(theirs, "submit", second);

    Task settled = tasks.find(task.id(), world.lead);
    assertThat(settled.stage().id()).isEqualTo("review-1");
    world.act(task, "claim", world.reviewer);
    world.act(task, "return", world.reviewer);
    assertThat(tasks.find(mine.id(), world.lead).state()).isInstanceOf(TaskState.Open.class);
    assertThat(transitions.next(world.project.id(), world.labeler).map(Task::id))
        .contains(mine.id());
    world.act(mine, "submit", world.labeler);
    world.act(theirs, "claim", second);
    world.act(theirs, "submit", second);
    world.act(task, "claim", world.reviewer);
    assertThat(world.act(task, "approve", world.reviewer).approved()).isTrue();
  }

  @Test
  void aLeadTakesTheLastMoveBackWithAReason() {
    Task approved = world.approved(10);
    Task undone = world.act(approved, "undo", world.lead);
    assertThat(undone.stage().id()).isEqualTo("review");
    assertThat(undone.state().heldBy(world.reviewer.id())).isTrue();
    assertThat(world.act(approved, "undo", world.lead).state().heldBy(world.labeler.id())).isTrue();
    assertThatThrownBy(() -> world.act(approved, "undo", world.lead))
        .isInstanceOf(UserError.Conflict.class);
    assertThatThrownBy(() -> world.act(approved, "undo", world.reviewer))
        .isInstanceOf(UserError.Forbidden.class);
  }

  @Test
  void anApprovalComesBackOnlyWhileNothingWasEdited() {
    Task task = world.approved(10);
    world.act(task, "reopen", world.lead);
    assertThat(world.act(task, "undo", world.lead).approved()).isTrue();
    world.act(task, "reopen", world.lead);
    world.act(task, "claim", world.labeler);
    world.track(task, world.labeler, "ball");
    assertThatThrownBy(() -> world.act(task, "undo", world.lead))
        .isInstanceOf(UserError.Forbidden.class)
        .hasMessageContaining("edited since");
  }

  @Test
  void whoCorrectedMuchCannotApproveAndWhoSawLittleCannotPassOn() {
    stages(
        new StageRules(null, null, null, null, null, null, null, 80, null),
        new StageRules(null, null, null, null, null, null, null, null, 20));
    Task task = world.task(10);
    world.act(task, "claim", world.labeler);
    UUID track = world.track(task, world.labeler, "ball");
    assertThatThrownBy(() -> world.act(task, "submit", world.labeler))
        .isInstanceOf(UserError.Invalid.class)
        .hasMessageContaining("asks for 80 %");
    coverage.seen(task.labelSet(), world.labeler, List.of(new FrameRange(0, 8)));
    world.act(task, "submit", world.labeler);
    world.act(task, "claim", world.reviewer);
    for (int frame = 0; frame < 3; frame++) {
      world.draw(task, world.reviewer, track, frame);
    }
    assertThatThrownBy(() -> world.act(task, "approve", world.reviewer))
        .isInstanceOf(UserError.Forbidden.class)
        .hasMessageContaining("somebody else approves it");
    assertThat(world.act(task, "approve", world.lead).approved()).isTrue();
  }

  @Test
  void aStageSaysWhatMayBeEdited() {
    stages(
        NONE,
        new StageRules(null, null, null, null, StageRules.Edits.ACCEPT, null, null, null, null));
    Task task = world.task(10);
    world.act(task, "claim", world.labeler);
    UUID track = world.track(task, world.labeler, "ball");
    world.act(task, "submit", world.labeler);
    world.act(task, "claim", world.reviewer);
    assertThat(world.draw(task, world.reviewer, track, 1).message()).contains("write a note");
  }

  @Test
  void idleTasksGoBackButNeverWithWorkOnItsWay() {
    stages(new StageRules(null, null, 30, null, null, null, null, null, null), NONE);
    Task idle = world.task(10);
    Task offline = world.task(10);
    Task sketched = world.task(10);
    for (Task task : List.of(idle, offline, sketched)) {
      world.act(task, "claim", world.labeler);
    }
    leases.here(idle.id(), 3, 0, world.labeler);
    leases.here(offline.id(), 3, 2, world.labeler);
    UUID track = world.track(sketched, world.labeler, "ball");
    var put = TestTasks.keyframe(track, 1, TestTasks.square(3, 9));
    world.apply(
        sketched,
        world.labeler,
        new Op.KeyframePut(put.op(), 0, null, track, 1, put.slot(), put.shape(), null, true));
    assertThat(leases.returnIdle()).isZero();
    age(List.of(idle, offline, sketched));

    assertThat(leases.returnIdle()).isEqualTo(1);

    assertThat(tasks.find(idle.id(), world.lead).state()).isInstanceOf(TaskState.Open.class);
    assertThat(tasks.find(offline.id(), world.lead).state().heldBy(world.labeler.id())).isTrue();
    assertThat(tasks.find(sketched.id(), world.lead).state().heldBy(world.labeler.id())).isTrue();
    assertThat(transitions.next(world.project.id(), world.member(Role.LABELER)).map(Task::id))
        .contains(idle.id());
  }

  @Test
  void tasksHeldForTooLongGoBackEvenWhenSomebodyWorksOnThem() {
    stages(new StageRules(null, null, null, 60, null, null, null, null, null), NONE);
    Task task = world.task(10);
    world.act(task, "claim", world.labeler);
    assertThat(leases.returnIdle()).isZero();
    jdbc.sql("update transitions set at = at - interval '61 minutes' where task_id = ?")
        .param(task.id())
        .update();
    world.track(task, world.labeler, "ball");
    leases.returnIdle();
    assertThat(tasks.find(task.id(), world.lead).state()).isInstanceOf(TaskState.Open.class);
  }

  private void age(List<Task> old) {
    for (Task task : old) {
      jdbc.sql("update tasks set updated_at = updated_at - interval '1 hour' where id = ?")
          .param(task.id())
          .update();
      jdbc.sql("update task_leases set active_at = active_at - interval '1 hour' where task_id = ?")
          .param(task.id())
          .update();
      jdbc.sql("update changes set at = at - interval '1 hour' where label_set_id = ?")
          .param(task.labelSet())
          .update();
    }
  }

  private Task submittedWith(float confidence) {
    Task task = world.task(20);
    world.act(task, "claim", world.labeler);
    UUID track = world.track(task, world.labeler, "ball");
    world.draw(task, world.labeler, track, 0);
    world.propose(task, track, new FrameRange(1, 20), confidence);
    return world.act(task, "submit", world.labeler);
  }

  private void stages(StageRules label, StageRules... reviews) {
    List<Stage> stages = new ArrayList<>();
    stages.add(new Stage("label", "Label", Stage.Kind.LABEL, label));
    for (StageRules rules : reviews) {
      int number = stages.size();
      stages.add(new Stage("review-" + number, "Review " + number, Stage.Kind.REVIEW, rules));
    }
    stages.add(new Stage("approved", "Approved", Stage.Kind.APPROVED));
    Workflow now = workflows.current(world.project.id(), world.lead);
    workflows.save(world.project.id(), now.version(), stages, world.lead);
  }

  private static StageRules sample(Sample.By by, int percent, int share) {
    return new StageRules(
        null, null, null, null, null, new Sample(by, percent, share), null, null, null);
  }

  private static StageRules copies(int copies) {
    return new StageRules(null, copies, null, null, null, null, null, null, null);
  }
}
