package io.keyreel.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyreel.KeyreelTest;
import io.keyreel.access.Role;
import io.keyreel.access.User;
import io.keyreel.kernel.FrameRange;
import io.keyreel.kernel.Ids;
import io.keyreel.kernel.UserError;
import io.keyreel.labels.Keyframe;
import io.keyreel.labels.Labels;
import io.keyreel.labels.Op;
import io.keyreel.labels.Outcome;
import io.keyreel.labels.Slot;
import io.keyreel.labels.TrackKind;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@KeyreelTest
class LateEditsTest {
  @Autowired private ApplicationContext context;
  @Autowired private LateWork late;
  @Autowired private Labels labels;
  @Autowired private Notifications notifications;

  private TestTasks world;
  private Task task;
  private UUID track;

  @BeforeEach
  void prepare() {
    world = new TestTasks(context);
    task = world.task(10);
    world.act(task, "claim", world.labeler);
    track = world.track(task, world.labeler, "ball");
  }

  @Test
  void whatComesAfterSubmittingIsKeptAndToldOf() {
    world.act(task, "submit", world.labeler);
    Op.KeyframePut put = TestTasks.keyframe(track, 3, TestTasks.square(4, 10));

    Outcome outcome = world.apply(task, world.labeler, put);
    Outcome again = world.apply(task, world.labeler, put);

    assertThat(outcome.status()).isEqualTo(Outcome.Status.BRANCHED);
    assertThat(outcome.version()).isNegative();
    assertThat(again).isEqualTo(outcome);
    assertThat(keyframes()).isEmpty();
    assertThat(late.of(task.id(), false, world.labeler))
        .singleElement()
        .satisfies(kept -> {
          assertThat(kept.frame()).isEqualTo(3);
          assertThat(kept.author().id()).isEqualTo(world.labeler.id());
          assertThat(kept.difference()).isEqualTo(new LateView.Difference(0, 100, 100, 0, 0));
        });
    assertThat(late.of(task.id(), false, world.lead)).hasSize(1);
    assertThat(late.of(task.id(), false, world.member(Role.LABELER))).isEmpty();
  }

  @Test
  void manyLateEditsAreOneNoticeToTheAuthorAndOneToEachLead() {
    world.act(task, "submit", world.labeler);
    for (int frame = 0; frame < 3; frame++) {
      world.draw(task, world.labeler, track, frame);
    }

    for (User told : List.of(world.labeler, world.lead)) {
      assertThat(notifications.of(told))
          .filteredOn(notice -> notice.kind().equals("late"))
          .singleElement()
          .satisfies(notice -> assertThat(notice.body()).contains("3 edits of"));
    }
  }

  @Test
  void editsAfterTheLeaseAreTakenOverByWhoeverHasTheTaskNow() {
    User other = world.member(Role.LABELER);
    world.act(task, "release", world.labeler);
    world.act(task, "claim", other);
    assertThat(world.draw(task, world.labeler, track, 2).status())
        .isEqualTo(Outcome.Status.BRANCHED);

    assertThatThrownBy(() -> late.apply(task.id(), null, false, world.labeler))
        .isInstanceOf(UserError.Forbidden.class);
    LateView.Decided decided = late.apply(task.id(), null, false, other);

    assertThat(decided.done()).isEqualTo(1);
    assertThat(decided.left()).isZero();
    assertThat(keyframes())
        .singleElement()
        .satisfies(keyframe -> {
          assertThat(keyframe.frame()).isEqualTo(2);
          assertThat(keyframe.author()).isEqualTo(world.labeler.id());
        });
    assertThat(late.apply(task.id(), null, false, other).done()).isZero();
  }

  @Test
  void aChainOfLateEditsIsTakenOverInOrder() {
    world.act(task, "submit", world.labeler);
    UUID fresh = Ids.next();
    Op.TrackCreate create =
        new Op.TrackCreate(
            Ids.next(), 0, null, fresh, TrackKind.OBJECT, "ball", "late", null, Map.of());
    assertThat(world.apply(task, world.labeler, create).status())
        .isEqualTo(Outcome.Status.BRANCHED);
    Outcome first = world.draw(task, world.labeler, fresh, 5);
    Outcome second =
        world.apply(
            task,
            world.labeler,
            new Op.KeyframePut(
                Ids.next(),
                first.version(),
                null,
                fresh,
                5,
                Slot.MASK,
                TestTasks.square(1, 6),
                null,
                true));
    assertThat(second.status()).isEqualTo(Outcome.Status.BRANCHED);

    LateView.Decided decided = late.apply(task.id(), null, false, world.lead);

    assertThat(decided.done()).isEqualTo(3);
    assertThat(keyframes())
        .singleElement()
        .satisfies(keyframe -> {
          assertThat(keyframe.shape()).isEqualTo(TestTasks.square(1, 6));
          assertThat(keyframe.version()).isEqualTo(2);
          assertThat(keyframe.draft()).isFalse();
        });
  }

  @Test
  void whatSomebodyChangedMeanwhileIsReportedAndOverwrittenOnlyWhenAsked() {
    world.act(task, "submit", world.labeler);
    world.draw(task, world.labeler, track, 4);
    assertThat(world.draw(task, world.lead, track, 4).status()).isEqualTo(Outcome.Status.APPLIED);

    LateView.Decided kept = late.apply(task.id(), null, false, world.lead);
    assertThat(kept.done()).isZero();
    assertThat(kept.edits())
        .singleElement()
        .satisfies(edit -> assertThat(edit.outcome()).contains("somebody else"));

    assertThat(late.apply(task.id(), null, false, world.lead).done()).isZero();
    assertThat(late.apply(task.id(), null, true, world.lead).done()).isEqualTo(1);
    assertThat(keyframes())
        .singleElement()
        .satisfies(keyframe -> assertThat(keyframe.author()).isEqualTo(world.labeler.id()));
  }

  @Test
  void anApprovedTaskStaysAsItIsUntilItIsReopened() {
    world.act(task, "submit", world.labeler);
    world.act(task, "claim", world.reviewer);
    world.act(task, "approve", world.reviewer);
    assertThat(world.draw(task, world.labeler, track, 1).status())
        .isEqualTo(Outcome.Status.BRANCHED);
    assertThatThrownBy(() -> late.apply(task.id(), null, true, world.lead))
        .isInstanceOf(UserError.Forbidden.class)
        .hasMessageContaining("reopen");

    world.act(task, "reopen", world.lead);
    assertThat(late.apply(task.id(), null, false, world.lead).done()).isEqualTo(1);
    assertThat(keyframes()).hasSize(1);
  }

  @Test
  void aLeadPutsThemAsideWithAReasonThatTheAuthorReads() {
    world.act(task, "submit", world.labeler);
    world.draw(task, world.labeler, track, 1);
    long number = late.of(task.id(), false, world.lead).getFirst().n();

    assertThatThrownBy(() -> late.discard(task.id(), null, "Not mine", world.labeler))
        .isInstanceOf(UserError.Forbidden.class);
    assertThatThrownBy(() -> late.discard(task.id(), null, " ", world.lead))
        .isInstanceOf(UserError.Invalid.class);
    assertThat(late.discard(task.id(), List.of(number), "Drawn anew", world.lead).done())
        .isEqualTo(1);

    assertThat(late.of(task.id(), false, world.lead)).isEmpty();
    assertThat(late.of(task.id(), true, world.labeler))
        .singleElement()
        .satisfies(edit -> {
          assertThat(edit.state()).isEqualTo("DISCARDED");
          assertThat(edit.decision()).isEqualTo("Drawn anew");
        });
    assertThat(notifications.of(world.labeler))
        .anySatisfy(notice -> assertThat(notice.body()).contains("Drawn anew"));
  }

  @Test
  void whoNeverHadTheTaskIsRefused() {
    User stranger = world.member(Role.LABELER);
    assertThat(world.draw(task, stranger, track, 1).status()).isEqualTo(Outcome.Status.REFUSED);
    assertThat(late.of(task.id(), true, world.lead)).isEmpty();
  }

  private List<Keyframe> keyframes() {
    return labels.state(task.labelSet(), new FrameRange(0, 10)).keyframes();
  }
}
