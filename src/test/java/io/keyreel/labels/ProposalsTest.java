package io.keyreel.labels;

import static io.keyreel.labels.LabelsFixture.chunk;
import static io.keyreel.labels.LabelsFixture.square;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyreel.KeyreelTest;
import io.keyreel.geometry.BoxShape;
import io.keyreel.kernel.FrameRange;
import io.keyreel.kernel.Ids;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

@KeyreelTest
class ProposalsTest {
  private static final FrameRange ALL = new FrameRange(0, 40);

  @Autowired Labels labels;
  @Autowired Proposals proposals;
  @Autowired Doubts doubts;
  @Autowired ChangeLog log;
  @Autowired TransactionTemplate transactions;
  private LabelsFixture fixture;

  private LabelsFixture.Scene scene;
  private UUID track;
  private Span span;
  private final UUID first = Ids.next();
  private final UUID second = Ids.next();

  @BeforeEach
  void drawTwoKeyframes(@Autowired ApplicationContext context) {
    fixture = new LabelsFixture(context);
    scene = fixture.scene(40);
    track = fixture.track(scene);
    fixture.put(scene, track, 0, square(0, 5), 0);
    fixture.put(scene, track, 20, square(5, 5), 0);
    span = new Span(track, 0);
  }

  private long claim() {
    return proposals.claim(scene.set(), List.of(span)).get(span);
  }

  private void write(UUID run, long generation, int from, int to, int x) {
    assertThat(
            proposals.write(
                chunk(scene, run, span, new FrameRange(from, to), generation, square(x, 4)),
                claim()))
        .isTrue();
  }

  /** What a frame shows, as a word. */
  private String shown(int frame) {
    return labels.resolve(scene.set(), new FrameRange(frame, frame + 1)).tracks().stream()
        .flatMap(t -> t.frames().stream())
        .map(f -> f.source() + (f.shape().equals(square(1, 4)) ? " 1" : " other"))
        .findFirst()
        .orElse("nothing");
  }

  @Test
  void writesUnderTheFenceItStartedWith() {
    long fence = claim();
    assertThat(
            proposals.write(
                chunk(scene, first, span, new FrameRange(1, 10), 1, square(1, 4)), fence))
        .isTrue();
    long newer = claim();
    assertThat(
            proposals.write(
                chunk(scene, first, span, new FrameRange(10, 20), 1, square(1, 4)), fence))
        .isFalse();
    assertThat(newer).isGreaterThan(fence);
    assertThat(proposals.written(first, track)).containsExactly(new FrameRange(1, 10));
  }

  @Test
  void everyChangeBesideAGapFencesItOff() {
    long fence = claim();
    fixture.put(scene, track, 20, square(7, 5), 1);
    assertThat(lost(fence)).isTrue();
    fence = claim();
    fixture.put(scene, track, 10, square(7, 5), 0);
    assertThat(lost(fence)).isTrue();
    fence = claim();
    fixture.apply(scene, new Op.KeyframeDelete(Ids.next(), 1, null, track, 10, Slot.MASK));
    assertThat(lost(fence)).isTrue();
    fence = claim();
    fixture.state(scene, track, 12, Visibility.ABSENT, 0);
    assertThat(lost(fence)).isTrue();
    fence = claim();
    fixture.apply(scene, new Op.TrackDelete(Ids.next(), 1, null, track));
    assertThat(lost(fence)).isTrue();
  }

  @Test
  void whatDoesNotTouchAGapLeavesItsFence() {
    long fence = claim();
    UUID other = fixture.track(scene);
    fixture.put(scene, other, 10, square(7, 5), 0);
    fixture.put(scene, track, 30, square(7, 5), 0);
    fixture.put(scene, track, 10, new BoxShape(1, 1, 4, 4, 0), 0);
    fixture.apply(
        scene,
        new Op.StatePut(Ids.next(), 0, null, track, 5, null, null, null, Map.of("lit", true)));
    assertThat(lost(fence)).isFalse();
  }

  private boolean lost(long fence) {
    return !proposals.lost(Map.of(span, fence)).isEmpty();
  }

  @Test
  void keepsAChunkThatComesTwiceOnce() {
    long fence = claim();
    Chunk chunk = chunk(scene, first, span, new FrameRange(1, 10), 1, square(1, 4));
    proposals.write(chunk, fence);
    long seq = log.seq(scene.set());
    assertThat(proposals.write(chunk, fence)).isTrue();
    assertThat(log.seq(scene.set())).isEqualTo(seq);
    assertThat(proposals.written(first, track)).containsExactly(new FrameRange(1, 10));
  }

  @Test
  void showsKeyframeThenAcceptedThenNewest() {
    write(first, 1, 1, 20, 1);
    assertThat(shown(5)).isEqualTo("PROPAGATED 1");
    accept(first, 1, 4, 8);
    write(second, 2, 1, 20, 2);
    assertThat(shown(5)).isEqualTo("ACCEPTED 1");
    assertThat(shown(9)).isEqualTo("PROPAGATED other");
    fixture.put(scene, track, 5, square(9, 4), 0);
    assertThat(shown(5)).isEqualTo("HUMAN other");
    assertThat(shown(25)).isEqualTo("nothing");
  }

  @Test
  void hidesAnAbsentObjectButNotAKeyframe() {
    write(first, 1, 1, 20, 1);
    fixture.state(scene, track, 5, Visibility.ABSENT, 0);
    fixture.state(scene, track, 8, Visibility.VISIBLE, 0);
    fixture.put(scene, track, 6, square(1, 4), 0);
    assertThat(List.of(shown(4), shown(5), shown(6), shown(7), shown(8)))
        .containsExactly("PROPAGATED 1", "nothing", "HUMAN 1", "nothing", "PROPAGATED 1");
  }

  @Test
  void interpolatesBoxesBetweenKeyframesOnly() {
    UUID other = fixture.track(scene);
    fixture.put(scene, other, 10, new BoxShape(0, 0, 4, 4, 0), 0);
    fixture.put(scene, other, 20, new BoxShape(10, 20, 4, 4, 0), 0);
    var frames = labels.resolve(scene.set(), new FrameRange(12, 30)).tracks().getLast().frames();
    assertThat(frames).hasSize(9);
    assertThat(frames.getFirst().source()).isEqualTo(Resolved.Source.INTERPOLATED);
    assertThat(frames.getFirst().shape()).isEqualTo(new BoxShape(2, 4, 4, 4, 0));
    assertThat(frames.getLast().source()).isEqualTo(Resolved.Source.HUMAN);
  }

  @Test
  void readsTheMasksOfWinningPieces() {
    write(first, 1, 1, 20, 1);
    write(second, 2, 5, 10, 2);
    assertThat(labels.masks(scene.set(), new FrameRange(3, 12)))
        .extracting(item -> item.run() + " " + item.from() + " " + item.shapes().size())
        .containsExactly(first + " 3 2", second + " 5 5", first + " 10 2");
    assertThat(labels.masks(scene.set(), ALL).get(1).shapes()).containsOnly(square(2, 4));
    assertThat(labels.state(scene.set(), ALL).proposals()).hasSize(3);
  }

  @Test
  void prunesWhatNobodySees() {
    write(first, 1, 1, 10, 1);
    write(first, 1, 10, 20, 1);
    accept(first, 1, 12, 13);
    write(second, 2, 1, 20, 2);
    assertThat(proposals.prune(scene.set(), ALL)).isEqualTo(1);
    assertThat(proposals.written(first, track)).containsExactly(new FrameRange(10, 20));
  }

  @Test
  void freezesWhatReadingShows() {
    write(first, 1, 1, 20, 1);
    long fence = claim();
    transactions.executeWithoutResult(tx -> labels.freeze(scene.set(), ALL));
    assertThat(lost(fence)).isTrue();
    write(second, 2, 1, 20, 2);
    assertThat(proposals.prune(scene.set(), ALL)).isZero();
  }

  @Test
  void refusesToAcceptWhatIsNotThere() {
    write(first, 1, 1, 10, 1);
    assertThat(accept(second, 1, 1, 5).message()).contains("no proposals of that run");
    assertThat(accept(first, 1, 12, 15).status()).isEqualTo(Outcome.Status.REFUSED);
  }

  private Outcome accept(UUID run, long generation, int from, int to) {
    return fixture.apply(
        scene,
        new Op.AcceptancePut(Ids.next(), 0, null, Ids.next(), track, from, to, run, generation));
  }

  @Test
  void doubtsWhatIsNeitherSureNorConfirmed() {
    doubtful(1, 4, 0.9f);
    doubtful(4, 8, 0.5f);
    doubtful(8, 10, 0.85f);
    doubtful(10, 12, 0.3f);
    doubtful(12, 16, 0.95f);
    doubtful(16, 20, 0.7f);
    accept(first, 1, 17, 20);
    fixture.put(scene, track, 5, square(9, 4), 0);
    assertThat(doubts.of(scene.set(), ALL, 0.8))
        .extracting(d -> d.frames() + " " + Math.round(d.minConfidence() * 100))
        .containsExactly(
            new FrameRange(4, 5) + " 50",
            new FrameRange(6, 12) + " 30",
            new FrameRange(16, 17) + " 70");
  }

  private void doubtful(int from, int to, float confidence) {
    proposals.write(
        chunk(scene, first, span, new FrameRange(from, to), 1, square(1, 4), confidence), claim());
  }
}
