package io.keyreel.labels;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyreel.KeyreelTest;
import io.keyreel.geometry.MaskShape;
import io.keyreel.kernel.FrameRange;
import io.keyreel.kernel.Ids;
import io.keyreel.kernel.UserError;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@KeyreelTest
class ChangesTest {
  @Autowired Labels labels;
  @Autowired ChangeLog log;
  @Autowired History history;
  @Autowired ChangeStore store;
  @Autowired LabelSets labelSets;
  @Autowired Restoration restoration;
  @Autowired EventRestoration events;
  @Autowired Proposals proposals;
  @Autowired JdbcClient jdbc;
  @Autowired PlatformTransactionManager transactions;
  private LabelsFixture fixture;

  @BeforeEach
  void fixture(@Autowired ApplicationContext context) {
    fixture = new LabelsFixture(context);
  }

  @Test
  void numbersTracksAndKeepsWhatWasSaid() {
    var scene = fixture.scene(10);
    fixture.track(scene);
    UUID second = Ids.next();
    Outcome outcome =
        fixture.apply(
            scene,
            new Op.TrackCreate(
                Ids.next(),
                0,
                null,
                second,
                TrackKind.CROWD,
                "ball",
                "B",
                "#112233",
                Map.of("size", "big")));
    assertThat(outcome.status()).isEqualTo(Outcome.Status.APPLIED);
    assertThat(outcome.number()).isEqualTo(2);
    assertThat(labels.state(scene.set(), new FrameRange(0, 10)).tracks())
        .last()
        .isEqualTo(
            new Track(
                second,
                2,
                TrackKind.CROWD,
                "ball",
                "B",
                "#112233",
                Map.of("size", "big"),
                0,
                null,
                false,
                1));
  }

  @Test
  void answersAReplayWithTheFirstOutcome() {
    var scene = fixture.scene(10);
    UUID track = fixture.track(scene);
    Op put = LabelsFixture.putOp(track, 3, LabelsFixture.square(2, 5), 0);
    Outcome first = fixture.apply(scene, put);
    Outcome again = fixture.apply(scene, put);
    assertThat(again.status()).isEqualTo(Outcome.Status.REPLAYED);
    assertThat(again.seq()).isEqualTo(first.seq());
    assertThat(again.version()).isEqualTo(1);
    assertThat(log.seq(scene.set())).isEqualTo(first.seq());
  }

  @Test
  void refusesAStaleEditAndKeepsBothVersions() {
    var scene = fixture.scene(10);
    UUID track = fixture.track(scene);
    MaskShape mine = LabelsFixture.square(2, 5);
    MaskShape theirs = LabelsFixture.square(4, 6);
    fixture.put(scene, track, 3, LabelsFixture.square(0, 3), 0);
    fixture.put(scene, track, 3, theirs, 1);
    Op stale = LabelsFixture.putOp(track, 3, mine, 1);
    Outcome outcome = fixture.apply(scene, stale);
    assertThat(outcome.status()).isEqualTo(Outcome.Status.CONFLICT);
    assertThat(outcome.message()).contains("frame 3").contains("kept in its history");
    assertThat(((Keyframe) outcome.current()).shape()).isEqualTo(theirs);
    assertThat(labels.state(scene.set(), new FrameRange(0, 10)).keyframes())
        .singleElement()
        .satisfies(k -> assertThat(k.shape()).isEqualTo(theirs));
    Change kept = history.before(scene.set(), Long.MAX_VALUE, 1).getFirst();
    assertThat(kept.applied()).isFalse();
    assertThat(kept.after().at("/shape/counts").asString()).isEqualTo(mine.counts());
    assertThat(log.after(scene.set(), 0, 100)).noneMatch(change -> !change.applied());
    assertThat(fixture.apply(scene, stale).status()).isEqualTo(Outcome.Status.CONFLICT);
  }

  @Test
  void doesNotMistakeANewKeyframeForTheDeletedOne() {
    var scene = fixture.scene(10);
    UUID track = fixture.track(scene);
    fixture.put(scene, track, 3, LabelsFixture.square(0, 3), 0);
    fixture.apply(scene, new Op.KeyframeDelete(Ids.next(), 1, null, track, 3, Slot.MASK));
    Outcome again = fixture.put(scene, track, 3, LabelsFixture.square(5, 3), 0);
    assertThat(again.version()).isEqualTo(3);
    assertThat(fixture.put(scene, track, 3, LabelsFixture.square(1, 3), 1).status())
        .isEqualTo(Outcome.Status.CONFLICT);
  }

  @Test
  void confirmsADraft() {
    var scene = fixture.scene(10);
    UUID track = fixture.track(scene);
    MaskShape shape = LabelsFixture.square(0, 3);
    fixture.apply(
        scene, new Op.KeyframePut(Ids.next(), 0, null, track, 3, Slot.MASK, shape, null, true));
    Outcome outcome =
        fixture.apply(scene, new Op.KeyframeCommit(Ids.next(), 1, null, track, 3, Slot.MASK));
    assertThat(outcome.version()).isEqualTo(2);
    assertThat(labels.state(scene.set(), new FrameRange(0, 10)).keyframes())
        .singleElement()
        .satisfies(k -> assertThat(k.draft()).isFalse())
        .satisfies(k -> assertThat(k.shape()).isEqualTo(shape));
  }

  @Test
  void refusesWithASentence() {
    var scene = fixture.scene(10);
    UUID track = fixture.track(scene);
    assertThat(fixture.put(scene, track, 10, LabelsFixture.square(0, 3), 0).message())
        .isEqualTo("Frame 10 does not exist: the video has frames 0 to 9; choose one of them.");
    assertThat(fixture.put(scene, track, 1, new MaskShape(60, 0, 5, 1, "05"), 0).message())
        .isEqualTo("The mask reaches outside the frame of 64 by 48 pixels; cut it to the frame.");
    assertThat(fixture.put(scene, track, 1, new MaskShape(0, 0, 5, 1, "04"), 0).message())
        .contains("do not fill its box");
    assertThat(fixture.put(scene, Ids.next(), 1, LabelsFixture.square(0, 3), 0).message())
        .contains("no such track");
    Map<String, Object> set = new HashMap<>();
    set.put("classId", "cat");
    assertThat(fixture.apply(scene, new Op.TrackUpdate(Ids.next(), 1, null, track, set)).message())
        .contains("no class \"cat\"");
    assertThat(log.seq(scene.set())).isEqualTo(1);
  }

  @Test
  void asksTheGuardInsideTheTransaction() {
    var scene = fixture.scene(10);
    Changes guarded =
        fixture.changes((set, by, task, frames) -> {
          throw new UserError.Forbidden("This task is approved and read-only.");
        });
    Outcome outcome =
        guarded
            .apply(
                scene.set(),
                null,
                scene.user(),
                List.of(
                    new Op.TrackCreate(
                        Ids.next(), 0, null, Ids.next(), null, "dog", null, null, null)))
            .getFirst();
    assertThat(outcome.status()).isEqualTo(Outcome.Status.REFUSED);
    assertThat(outcome.message()).isEqualTo("This task is approved and read-only.");
    assertThat(labels.state(scene.set(), new FrameRange(0, 10)).tracks()).isEmpty();
  }

  @Test
  void goesBackToAnyPointOfItsHistory() {
    var scene = fixture.scene(20);
    UUID track = fixture.track(scene);
    fixture.put(scene, track, 3, LabelsFixture.square(0, 3), 0);
    fixture.put(scene, track, 5, LabelsFixture.square(1, 3), 0);
    fixture.state(scene, track, 7, Visibility.ABSENT, 0);
    long point = log.seq(scene.set());
    LabelState then = labels.state(scene.set(), new FrameRange(0, 20));
    fixture.put(scene, track, 3, LabelsFixture.square(9, 3), 1);
    fixture.apply(scene, new Op.KeyframeDelete(Ids.next(), 1, null, track, 5, Slot.MASK));
    fixture.put(scene, track, 9, LabelsFixture.square(9, 3), 0);
    fixture.state(scene, track, 7, Visibility.OCCLUDED, 1);
    fixture.apply(
        scene, new Op.TrackUpdate(Ids.next(), 1, null, track, Map.of("name", "Rex", "z", 4)));
    UUID late = fixture.track(scene);
    fixture.put(scene, late, 3, LabelsFixture.square(9, 3), 0);
    fixture.apply(scene, new Op.TrackDelete(Ids.next(), 2, null, track));
    new TransactionTemplate(transactions)
        .executeWithoutResult(tx ->
            new History(labelSets, store, restoration, events, fixture.changes())
                .restore(scene.set(), null, scene.user(), point));
    LabelState now = labels.state(scene.set(), new FrameRange(0, 20));
    assertThat(text(now)).isEqualTo(text(then));
  }

  @Test
  void goesBackPastAnAcceptanceWhoseProposalsAreGone() {
    var scene = fixture.scene(20);
    UUID track = fixture.track(scene);
    fixture.put(scene, track, 3, LabelsFixture.square(0, 3), 0);
    Span span = new Span(track, 3);
    UUID run = Ids.next();
    UUID acceptance = Ids.next();
    propose(scene, run, span, 1);
    fixture.apply(
        scene, new Op.AcceptancePut(Ids.next(), 0, null, acceptance, track, 5, 9, run, 1));
    long point = log.seq(scene.set());
    fixture.put(scene, track, 3, LabelsFixture.square(9, 3), 1);
    fixture.apply(scene, new Op.AcceptanceDelete(Ids.next(), 1, null, acceptance));
    propose(scene, Ids.next(), span, 2);
    jdbc.sql("delete from proposals where run_id = ?").param(run).update();
    new TransactionTemplate(transactions)
        .executeWithoutResult(tx ->
            new History(labelSets, store, restoration, events, fixture.changes())
                .restore(scene.set(), null, scene.user(), point));
    LabelState now = labels.state(scene.set(), new FrameRange(0, 20));
    assertThat(now.keyframes().getFirst().shape()).isEqualTo(LabelsFixture.square(0, 3));
    assertThat(now.acceptances()).isEmpty();
  }

  private void propose(LabelsFixture.Scene scene, UUID run, Span span, long generation) {
    long fence = proposals.claim(scene.set(), List.of(span)).get(span);
    proposals.write(
        LabelsFixture.chunk(
            scene, run, span, new FrameRange(4, 20), generation, LabelsFixture.square(1, 4)),
        fence);
  }

  private static String text(LabelState state) {
    return state.tracks().stream().map(t -> t.number() + t.name() + t.z()).toList()
        + state.keyframes().stream()
            .map(k -> k.frame() + k.shape().toString() + k.draft())
            .toList()
            .toString()
        + state.states().stream().map(s -> s.frame() + "" + s.visibility()).toList();
  }
}
