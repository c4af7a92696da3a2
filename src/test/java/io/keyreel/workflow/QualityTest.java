package io.keyreel.workflow;

import static io.keyreel.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.keyreel.KeyreelTest;
import io.keyreel.access.Role;
import io.keyreel.access.User;
import io.keyreel.kernel.FrameRange;
import io.keyreel.kernel.UserError;
import io.keyreel.labels.Coverage;
import io.keyreel.labels.Labels;
import io.keyreel.labels.Op;
import io.keyreel.labels.Outcome;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@KeyreelTest
class QualityTest {
  @Autowired private ApplicationContext context;
  @Autowired private Workflows workflows;
  @Autowired private Transitions transitions;
  @Autowired private Tasks tasks;
  @Autowired private Consensus consensus;
  @Autowired private ConsensusMerge merge;
  @Autowired private GoldSpans gold;
  @Autowired private Sweeps sweeps;
  @Autowired private Coverage coverage;
  @Autowired private Labels labels;
  @Autowired private Notifications notifications;
  @Autowired private JdbcClient jdbc;

  private TestTasks world;

  @BeforeEach
  void prepare() {
    world = new TestTasks(context);
  }

  @Test
  void peopleAreComparedAndMergedIntoAFirstTruth() {
    apart(3);
    Task task = world.task(6);
    List<User> people =
        List.of(world.labeler, world.member(Role.LABELER), world.member(Role.LABELER));
    for (int i = 0; i < 3; i++) {
      User user = people.get(i);
      Task copy = transitions.next(world.project.id(), user).orElseThrow();
      UUID track = world.track(copy, user, "ball");
      draw(copy, user, track, 0, 5);
      draw(copy, user, track, 2, 5);
      if (i == 2) {
        UUID extra = world.track(copy, user, "ball");
        draw(copy, user, extra, 4, 30);
      }
      world.act(copy, "submit", user);
    }
    world.act(task, "claim", world.reviewer);

    ConsensusReport report = consensus.of(task.id(), world.reviewer);
    assertThat(report.copies()).hasSize(3);
    assertThat(report.pairs()).hasSize(3);
    assertThat(report.pairs().getFirst().jf()).isEqualTo(1);
    assertThat(report.pairs().getFirst().frames())
        .containsExactly(1.0, null, 1.0, null, null, null);
    assertThat(report.agreement()).isCloseTo((1 + 2.0 / 3 + 2.0 / 3) / 3, within(1e-9));
    assertThat(report.classAlpha()).isEqualTo(1);
    assertThat(report.confusion())
        .contains(new ConsensusReport.Confused("ball", "ball", 6))
        .contains(new ConsensusReport.Confused("", "ball", 2));

    ConsensusMerge.Merged merged = merge.merge(task.id(), "staple", world.reviewer);
    assertThat(merged).isEqualTo(new ConsensusMerge.Merged(1, 2, 1));
    assertThat(labels.state(task.labelSet(), task.frames()).keyframes()).hasSize(2);
    assertThatThrownBy(() -> merge.merge(task.id(), "majority", world.reviewer))
        .isInstanceOf(UserError.Invalid.class);
    assertThatThrownBy(() -> consensus.of(task.id(), world.labeler))
        .isInstanceOf(UserError.Forbidden.class);
  }

  @Test
  void knownLabelsAreMixedInScoredAndSentBackWhenTheyAreFarOff() {
    Task known = world.task(6);
    world.act(known, "claim", world.lead);
    UUID track = world.track(known, world.lead, "ball");
    draw(known, world.lead, track, 1, 8);
    world.propose(known, track, new FrameRange(2, 6), 0.9f);
    world.act(known, "submit", world.lead);
    world.act(known, "approve", world.lead);
    gold.mark(known.id(), true, world.lead);
    gold.save(world.project.id(), new GoldRules(100, 0.7), world.lead);
    User fresh = world.member(Role.LABELER);
    Task hidden = transitions.next(world.project.id(), fresh).orElseThrow();
    assertThat(hidden.frames()).isEqualTo(known.frames());
    assertThat(hidden.labelSet()).isNotEqualTo(known.labelSet());
    UUID mine = world.track(hidden, fresh, "ball");
    draw(hidden, fresh, mine, 1, 30);
    world.act(hidden, "submit", fresh);

    GoldScore low =
        eventually(() -> gold.scores(world.project.id(), world.lead), scores -> !scores.isEmpty())
            .getFirst();
    assertThat(low.user().id()).isEqualTo(fresh.id());
    assertThat(low.jf()).isLessThan(0.3);
    Task back =
        eventually(
            () -> tasks.find(hidden.id(), world.lead),
            now -> now.state() instanceof TaskState.Open);
    assertThat(back.round()).isEqualTo(2);
    world.act(hidden, "claim", fresh);
    UUID right = world.track(hidden, fresh, "ball");
    draw(hidden, fresh, right, 1, 8);
    UUID run = world.propose(hidden, right, new FrameRange(2, 6), 0.9f);
    assertThat(run).isNotNull();
    world.apply(hidden, fresh, new Op.TrackDelete(UUID.randomUUID(), 1, null, mine));
    world.act(hidden, "submit", fresh);
    List<GoldScore> scores =
        eventually(() -> gold.scores(world.project.id(), world.lead), found -> found.size() >= 3);
    assertThat(scores)
        .filteredOn(s -> s.user() != null && s.round() == 2)
        .first()
        .satisfies(score -> assertThat(score.jf()).isEqualTo(1));
    assertThat(scores)
        .filteredOn(s -> s.engine() != null)
        .first()
        .satisfies(score -> assertThat(score.engine()).isEqualTo("test"));
    assertThat(transitions.next(world.project.id(), fresh)).isEmpty();
  }

  @Test
  void aSweepKeepsWhatWasShownAndCountsWhatWasMissing() {
    Task task = world.task(20);
    world.act(task, "claim", world.labeler);
    Sweep sweep = sweeps.start(task.id(), 2, world.labeler);
    UUID track = world.track(task, world.labeler, "ball");
    sweeps.shown(task.id(), sweep.id(), List.of(new FrameRange(0, 8)), world.labeler);
    sweeps.missed(task.id(), sweep.id(), track, 3, world.labeler);
    Sweep now = sweeps.missed(task.id(), sweep.id(), track, 4, world.labeler);
    assertThat(now.frames()).isEqualTo(8);
    assertThat(now.misses()).isEqualTo(1);
    assertThat(coverage.seenBy(task.labelSet(), world.labeler.id()))
        .containsExactly(new FrameRange(0, 8));
    assertThatThrownBy(() ->
            sweeps.shown(task.id(), sweep.id(), List.of(new FrameRange(0, 30)), world.labeler))
        .isInstanceOf(UserError.Invalid.class);
    assertThatThrownBy(() -> sweeps.missed(task.id(), sweep.id(), track, 1, world.reviewer))
        .isInstanceOf(UserError.NotFound.class);
  }

  @Test
  void whatIsLabelledApartGoesBackUntilPeopleAgreeAndThenGoesOn() {
    apart(new StageRules(null, 2, null, null, null, null, null, null, null, 80));
    Task task = world.task(6);
    User first = world.labeler;
    User second = world.member(Role.LABELER);
    Task ours = transitions.next(world.project.id(), first).orElseThrow();
    UUID track = world.track(ours, first, "ball");
    draw(ours, first, track, 1, 5);
    world.act(ours, "submit", first);
    Task theirs = transitions.next(world.project.id(), second).orElseThrow();
    UUID other = world.track(theirs, second, "ball");
    draw(theirs, second, other, 1, 30);
    world.act(theirs, "submit", second);

    for (Task copy : List.of(ours, theirs)) {
      Task back =
          eventually(
              () -> tasks.find(copy.id(), world.lead),
              now -> now.state() instanceof TaskState.Open);
      assertThat(back.round()).isEqualTo(2);
    }
    for (User told : List.of(first, second)) {
      assertThat(notifications.of(told))
          .anySatisfy(notice -> {
            assertThat(notice.kind()).isEqualTo("returned");
            assertThat(notice.body()).contains("agrees by 0.00; 0.80 is asked for");
          });
    }
    assertThat(tasks.find(task.id(), world.lead).state()).isInstanceOf(TaskState.Gathering.class);

    world.act(ours, "claim", first);
    world.act(ours, "submit", first);
    world.act(theirs, "claim", second);
    world.apply(theirs, second, new Op.TrackDelete(UUID.randomUUID(), 1, null, other));
    draw(theirs, second, world.track(theirs, second, "ball"), 1, 5);
    world.act(theirs, "submit", second);
    Task on =
        eventually(
            () -> tasks.find(task.id(), world.lead),
            now -> now.stage().kind() == Stage.Kind.REVIEW);
    assertThat(on.state()).isInstanceOf(TaskState.Open.class);
    assertThat(
            jdbc.sql("select round, jf from agreements where task_id = ? order by round")
                .param(task.id())
                .query((row, n) -> row.getInt(1) + " " + row.getDouble(2))
                .list())
        .containsExactly("1 0.0", "2 1.0");
  }

  private void draw(Task task, User by, UUID track, int frame, int at) {
    Outcome outcome =
        world.apply(task, by, TestTasks.keyframe(track, frame, TestTasks.square(at, 12)));
    assertThat(outcome.status()).isEqualTo(Outcome.Status.APPLIED);
  }

  private void apart(int people) {
    apart(new StageRules(null, people, null, null, null, null, null, null, null));
  }

  private void apart(StageRules rules) {
    Workflow now = workflows.current(world.project.id(), world.lead);
    workflows.save(
        world.project.id(),
        now.version(),
        List.of(
            new Stage("label", "Label", Stage.Kind.LABEL, rules),
            new Stage("settle", "Settle", Stage.Kind.REVIEW),
            new Stage("approved", "Approved", Stage.Kind.APPROVED)),
        world.lead);
  }
}
