package io.keyreel.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyreel.KeyreelTest;
import io.keyreel.access.Role;
import io.keyreel.access.User;
import io.keyreel.kernel.FrameRange;
import io.keyreel.kernel.UserError;
import io.keyreel.labels.Labels;
import io.keyreel.labels.ProposalPiece;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@KeyreelTest
class BulkAcceptancesTest {
  @Autowired private ApplicationContext context;
  @Autowired private BulkAcceptances bulk;
  @Autowired private ReviewQueue queue;
  @Autowired private SpanLeases leases;
  @Autowired private Labels labels;

  private TestTasks world;

  @BeforeEach
  void prepare() {
    world = new TestTasks(context);
  }

  @Test
  void acceptsWhatIsSureAfterALookAtASampleAndLeavesWhatWasWrong() {
    Task sure = reviewable(0.95f);
    Task wrong = reviewable(0.93f);
    Task doubtful = reviewable(0.6f);
    UUID project = world.project.id();

    BulkAcceptance open = bulk.start(project, 0.9, 100, world.reviewer);
    assertThat(open.frames()).isEqualTo(38);
    assertThat(open.samples()).hasSize(38);
    assertThatThrownBy(() -> bulk.accept(project, open.id(), world.reviewer))
        .isInstanceOf(UserError.Invalid.class);
    for (BulkAcceptance.Sample sample : open.samples()) {
      boolean good = !sample.task().equals(wrong.id()) || sample.frame() != 7;
      bulk.judge(project, open.id(), sample.number(), good, world.reviewer);
    }
    BulkAcceptance done = bulk.accept(project, open.id(), world.reviewer);

    assertThat(done.state()).isEqualTo("ACCEPTED");
    assertThat(done.report().bad()).isEqualTo(1);
    assertThat(done.report().missed()).isEqualTo(1);
    assertThat(accepted(sure)).isEqualTo(19);
    assertThat(accepted(wrong)).isZero();
    assertThat(accepted(doubtful)).isZero();
    assertThatThrownBy(() -> bulk.accept(project, open.id(), world.reviewer))
        .isInstanceOf(UserError.Conflict.class);
  }

  @Test
  void theReportBoundsWhatASmallSampleCannotShow() {
    BulkAcceptance.Report clean = BulkAcceptance.Report.of(30, 0, 10_000);
    assertThat(clean.missed()).isZero();
    assertThat(clean.missedLow()).isZero();
    assertThat(clean.missedHigh()).isBetween(1_000, 1_200);
    BulkAcceptance.Report some = BulkAcceptance.Report.of(100, 10, 1_000);
    assertThat(some.low()).isBetween(0.05, 0.06);
    assertThat(some.high()).isBetween(0.17, 0.18);
  }

  @Test
  void twoReviewersNeverGetTheSameSpan() {
    reviewable(0.3f);
    reviewable(0.4f);
    User second = world.member(Role.REVIEWER);
    List<QueuedSpan> first = queue.of(world.project.id(), 10, world.reviewer);
    assertThat(first).hasSize(2);

    List<QueuedSpan> mine = leases.take(world.project.id(), first.subList(0, 1), world.reviewer);

    assertThat(mine).hasSize(1);
    assertThat(queue.of(world.project.id(), 10, second)).containsExactly(first.get(1));
    assertThat(leases.take(world.project.id(), first, second)).containsExactly(first.get(1));
    assertThat(queue.of(world.project.id(), 10, world.reviewer)).containsExactly(first.get(0));
  }

  private Task reviewable(float confidence) {
    Task task = world.task(20);
    world.act(task, "claim", world.labeler);
    UUID track = world.track(task, world.labeler, "ball");
    world.draw(task, world.labeler, track, 0);
    world.propose(task, track, new FrameRange(1, 20), confidence);
    return world.act(task, "submit", world.labeler);
  }

  private int accepted(Task task) {
    return labels.state(task.labelSet(), task.frames()).proposals().stream()
        .filter(ProposalPiece::accepted)
        .mapToInt(piece -> piece.to() - piece.from())
        .sum();
  }
}
