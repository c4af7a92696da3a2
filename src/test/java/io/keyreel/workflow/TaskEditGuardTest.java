package io.keyreel.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyreel.KeyreelTest;
import io.keyreel.access.Role;
import io.keyreel.access.User;
import io.keyreel.kernel.FrameRange;
import io.keyreel.kernel.UserError;
import io.keyreel.labels.Outcome;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@KeyreelTest
class TaskEditGuardTest {
  private static final FrameRange INSIDE = new FrameRange(3, 4);

  @Autowired private ApplicationContext context;
  @Autowired private TaskEditGuard guard;
  @Autowired private JdbcClient jdbc;

  private TestTasks world;

  @BeforeEach
  void prepare() {
    world = new TestTasks(context);
  }

  @Test
  void decidesByRoleStageAndHolder() {
    Task open = world.task(10);
    may(open, false, false, false, true);
    Task held = world.task(10);
    world.act(held, "claim", world.labeler);
    may(held, true, false, false, true);
    assertThat(allows(held, world.member(Role.LABELER))).isFalse();
    Task waiting = world.inReview(10);
    may(waiting, false, false, false, true);
    world.act(waiting, "claim", world.reviewer);
    may(waiting, false, true, false, true);
    Task approved = world.approved(10);
    may(approved, false, false, false, false);
    assertThat(guard.refusal(approved, world.lead).orElseThrow()).contains("reopen");
    Task reopened = world.act(approved, "reopen", world.lead);
    may(reopened, false, false, false, true);
    world.act(reopened, "claim", world.labeler);
    may(reopened, true, false, false, true);
  }

  @Test
  void keepsEditsWithinTheFramesOfTheTask() {
    Task task = world.task(10);
    jdbc.sql("update tasks set from_frame = 2, to_frame = 6 where id = ?")
        .param(task.id())
        .update();

    guard.check(task.labelSet(), world.lead, task.id(), new FrameRange(2, 6));
    guard.check(task.labelSet(), world.lead, task.id(), new FrameRange(0, 10));
    assertThatThrownBy(
            () -> guard.check(task.labelSet(), world.lead, task.id(), new FrameRange(6, 7)))
        .isInstanceOf(UserError.Forbidden.class)
        .hasMessageContaining("stay within them");
    assertThatThrownBy(
            () -> guard.check(task.labelSet(), world.lead, task.id(), new FrameRange(4, 8)))
        .isInstanceOf(UserError.Forbidden.class);
  }

  @Test
  void doesNotKnowTasksOfOtherLabels() {
    Task task = world.task(10);
    Task other = world.task(10);
    assertThatThrownBy(() -> guard.check(other.labelSet(), world.lead, task.id(), INSIDE))
        .isInstanceOf(UserError.NotFound.class);
  }

  @Test
  void withoutATaskOnlyLeadsEditAndNothingThatIsApproved() {
    Task task = world.task(10);
    guard.check(task.labelSet(), world.lead, null, INSIDE);
    assertThatThrownBy(() -> guard.check(task.labelSet(), world.labeler, null, INSIDE))
        .isInstanceOf(UserError.Forbidden.class);
    Task approved = world.approved(10);
    assertThatThrownBy(() -> guard.check(approved.labelSet(), world.lead, null, INSIDE))
        .isInstanceOf(UserError.Forbidden.class);
  }

  @Test
  void anEditAfterApprovalIsRefusedWithTheReason() {
    Task task = world.task(10);
    world.act(task, "claim", world.labeler);
    UUID track = world.track(task, world.labeler, "ball");
    assertThat(world.draw(task, world.labeler, track, 0).status())
        .isEqualTo(Outcome.Status.APPLIED);
    world.act(task, "submit", world.labeler);
    Outcome late = world.draw(task, world.labeler, track, 1);
    assertThat(late.status()).isEqualTo(Outcome.Status.BRANCHED);
    assertThat(late.message()).isNotBlank();
    world.act(task, "approve", world.lead);

    Outcome refused = world.draw(task, world.lead, track, 2);
    assertThat(refused.status()).isEqualTo(Outcome.Status.REFUSED);
    assertThat(refused.message()).contains("approved and read-only");
  }

  /** Who may edit: the labeler, the reviewer, a stranger and the lead, in this order. */
  private void may(Task task, boolean labeler, boolean reviewer, boolean stranger, boolean lead) {
    assertThat(allows(task, world.labeler)).isEqualTo(labeler);
    assertThat(allows(task, world.reviewer)).isEqualTo(reviewer);
    assertThat(allows(task, world.people.user("stranger"))).isEqualTo(stranger);
    assertThat(allows(task, world.lead)).isEqualTo(lead);
    assertThat(allows(task, world.admin)).isEqualTo(lead);
  }

  private boolean allows(Task task, User user) {
    try {
      guard.check(task.labelSet(), user, task.id(), INSIDE);
      return true;
    } catch (UserError.Forbidden | UserError.NotFound e) {
      assertThat(e.getMessage()).endsWith(".");
      return false;
    }
  }
}
