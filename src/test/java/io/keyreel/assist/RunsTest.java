package io.keyreel.assist;

import static io.keyreel.labels.LabelsFixture.square;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyreel.Eventually;
import io.keyreel.KeyreelTest;
import io.keyreel.geometry.BoxShape;
import io.keyreel.geometry.Mask;
import io.keyreel.geometry.Masks;
import io.keyreel.geometry.Shape;
import io.keyreel.kernel.FrameRange;
import io.keyreel.kernel.UserError;
import io.keyreel.labels.Change;
import io.keyreel.labels.ChangeLog;
import io.keyreel.labels.Labels;
import io.keyreel.labels.LabelsFixture;
import io.keyreel.labels.LabelsFixture.Scene;
import io.keyreel.labels.Resolved;
import io.keyreel.labels.Visibility;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@KeyreelTest
@Import({TinyPropagator.class, TestFootage.class, OpenGuard.class})
class RunsTest {
  @Autowired TinyPropagator engine;
  @Autowired TestFootage footage;
  @Autowired Runs runs;
  @Autowired Labels labels;
  @Autowired ChangeLog log;
  @Autowired JdbcClient jdbc;
  private LabelsFixture fixture;

  @BeforeEach
  void fixture(@Autowired ApplicationContext context) {
    fixture = new LabelsFixture(context);
  }

  private Run start(Scene scene, int frames, RunRequest request) {
    return runs.start(
        scene.user(), new RunTarget(scene.set(), null, new FrameRange(0, frames)), request);
  }

  private Run ended(Run run, Scene scene) {
    Run end =
        Eventually.eventually(() -> runs.find(run.id(), scene.user()), r -> r.state().isOver());
    assertThat(end.state().isOver()).as("%s", end).isTrue();
    return end;
  }

  /** How often each frame of a track was written by a run. */
  private Map<Integer, Integer> written(UUID run, UUID track) {
    Map<Integer, Integer> times = new TreeMap<>();
    jdbc.sql("select from_frame, to_frame from proposals where run_id = :run and track_id = :track")
        .param("run", run)
        .param("track", track)
        .query((row, n) -> new FrameRange(row.getInt(1), row.getInt(2)))
        .list()
        .forEach(range ->
            IntStream.range(range.from(), range.to())
                .forEach(frame -> times.merge(frame, 1, Integer::sum)));
    return times;
  }

  private static Integer[] frames(int... fromTo) {
    List<Integer> frames = new ArrayList<>();
    for (int i = 0; i < fromTo.length; i += 2) {
      IntStream.range(fromTo[i], fromTo[i + 1]).forEach(frames::add);
    }
    return frames.toArray(Integer[]::new);
  }

  private Map<Integer, Shape> shown(Scene scene, UUID track, int frames) {
    Map<Integer, Shape> shapes = new TreeMap<>();
    labels.resolve(scene.set(), new FrameRange(0, frames)).tracks().stream()
        .filter(t -> t.track().id().equals(track))
        .flatMap(t -> t.frames().stream())
        .forEach(f -> shapes.put(f.frame(), f.shape()));
    return shapes;
  }

  private static Shape union(Shape a, Shape b) {
    return Masks.toShape(TinyPropagator.between(mask(a), mask(b)));
  }

  private static Mask mask(Shape shape) {
    return Masks.of(shape, LabelsFixture.WIDTH, LabelsFixture.HEIGHT);
  }

  @Test
  void fillsEveryFrameOnceAndTellsOfIt() {
    Scene scene = fixture.scene(30, "tiny");
    UUID track = fixture.track(scene);
    fixture.put(scene, track, 5, square(0, 5), 0);
    fixture.put(scene, track, 20, square(5, 5), 0);
    Run run = ended(start(scene, 30, RunRequest.EVERYTHING), scene);
    assertThat(run.state()).isEqualTo(RunState.DONE);
    assertThat(run.progress()).isEqualTo(1);
    assertThat(written(run.id(), track)).containsOnlyKeys(frames(0, 5, 6, 20, 21, 30));
    assertThat(written(run.id(), track).values()).containsOnly(1);
    assertThat(shown(scene, track, 30))
        .hasSize(30)
        .containsEntry(3, square(0, 5))
        .containsEntry(12, union(square(0, 5), square(5, 5)));
    List<String> kinds = log.after(scene.set(), 3, 100).stream().map(Change::kind).toList();
    assertThat(kinds).startsWith("run", "run").endsWith("proposals", "run");
    assertThat(runs.ofSet(scene.set())).containsExactly(run);
  }

  @Test
  void makesOnlyTheSpansBesideACorrectionAgain() {
    Scene scene = fixture.scene(40, "tiny");
    UUID track = fixture.track(scene);
    UUID other = fixture.track(scene);
    for (int frame = 0; frame < 40; frame += 10) {
      fixture.put(scene, track, frame, square(frame / 2, 5), 0);
      fixture.put(scene, other, frame, square(frame / 2, 3), 0);
    }
    ended(start(scene, 40, RunRequest.EVERYTHING), scene);
    Map<Integer, Shape> before = shown(scene, track, 40);
    Map<Integer, Shape> othersBefore = shown(scene, other, 40);
    fixture.put(scene, track, 10, square(30, 8), 1);
    Run again = ended(start(scene, 40, RunRequest.around(track, 10)), scene);
    assertThat(written(again.id(), track)).containsOnlyKeys(frames(1, 10, 11, 20));
    Map<Integer, Shape> after = shown(scene, track, 40);
    for (int frame = 0; frame < 40; frame++) {
      if (frame > 0 && frame < 20) {
        assertThat(after.get(frame)).isNotEqualTo(before.get(frame));
      } else {
        assertThat(after.get(frame)).isEqualTo(before.get(frame));
      }
    }
    assertThat(shown(scene, other, 40)).isEqualTo(othersBefore);
  }

  @Test
  void neverCarriesAnythingIntoAnotherShotOrOverAnAbsence() {
    Scene scene = fixture.scene(60, "tiny");
    UUID track = fixture.track(scene);
    footage.setShots(scene.video(), 0, 20, 40);
    fixture.put(scene, track, 5, square(0, 5), 0);
    fixture.put(scene, track, 45, square(5, 5), 0);
    fixture.state(scene, track, 10, Visibility.ABSENT, 0);
    fixture.state(scene, track, 50, Visibility.ABSENT, 0);
    fixture.state(scene, track, 55, Visibility.VISIBLE, 0);
    fixture.state(scene, track, 41, Visibility.VISIBLE, 0);
    Run run = ended(start(scene, 60, RunRequest.EVERYTHING), scene);
    assertThat(written(run.id(), track)).containsOnlyKeys(frames(0, 5, 6, 10, 41, 45, 46, 50));
  }

  @Test
  void refusesWhereThereIsNothingToDo() {
    Scene scene = fixture.scene(10, "tiny");
    UUID track = fixture.track(scene);
    fixture.put(scene, track, 2, new BoxShape(1, 1, 4, 4, 0), 0);
    fixture.put(scene, track, 6, new BoxShape(1, 1, 4, 4, 0), 0);
    assertThatThrownBy(() -> start(scene, 10, RunRequest.EVERYTHING))
        .isInstanceOf(UserError.Invalid.class)
        .hasMessageContaining("nothing to propagate");
    assertThat(runs.ofSet(scene.set())).isEmpty();
  }

  @Test
  void aNewerRunTakesOverAndTheOlderOneWritesNothingMore() throws Exception {
    Scene scene = fixture.scene(40, "tiny");
    UUID track = fixture.track(scene);
    fixture.put(scene, track, 0, square(0, 5), 0);
    CountDownLatch reached = new CountDownLatch(1);
    CountDownLatch overtaken = new CountDownLatch(1);
    engine.before(
        track,
        (chunk, frames, cancellation) -> {
          if (chunk == 3) {
            reached.countDown();
            overtaken.await();
          }
        });
    Run first = start(scene, 40, RunRequest.EVERYTHING);
    reached.await();
    Run second = start(scene, 40, RunRequest.EVERYTHING);
    Map<Integer, Integer> before = written(first.id(), track);
    assertThat(runs.find(first.id(), scene.user()).state()).isEqualTo(RunState.CANCELLED);
    overtaken.countDown();
    assertThat(ended(second, scene).state()).isEqualTo(RunState.DONE);
    assertThat(second.generation()).isGreaterThan(first.generation());
    assertThat(written(second.id(), track)).containsOnlyKeys(frames(1, 40));
    assertThat(before).hasSize(2 * TinyPropagator.CHUNK);
    assertThat(written(first.id(), track).keySet()).isSubsetOf(before.keySet());
  }

  @Test
  void aKeyframeDrawnMeanwhileEndsItsGapButNotTheOthers() {
    Scene scene = fixture.scene(30, "tiny");
    UUID track = fixture.track(scene);
    fixture.put(scene, track, 0, square(0, 5), 0);
    fixture.put(scene, track, 15, square(5, 5), 0);
    engine.before(
        track,
        (chunk, frames, cancellation) -> {
          if (chunk == 2) {
            fixture.put(scene, track, 8, square(20, 5), 0);
          }
        });
    Run run = ended(start(scene, 30, RunRequest.EVERYTHING), scene);
    assertThat(run.state()).isEqualTo(RunState.DONE);
    assertThat(written(run.id(), track)).containsOnlyKeys(frames(1, 4, 16, 30));
    assertThat(shown(scene, track, 30)).containsEntry(8, square(20, 5));
  }

  @Test
  void stopsSoonAfterACancel() throws Exception {
    Scene scene = fixture.scene(30, "tiny");
    UUID track = fixture.track(scene);
    fixture.put(scene, track, 0, square(0, 5), 0);
    CountDownLatch reached = new CountDownLatch(1);
    CountDownLatch left = new CountDownLatch(1);
    engine.before(
        track,
        (chunk, frames, cancellation) -> {
          if (chunk == 2) {
            reached.countDown();
            while (!cancellation.requested()) {
              Thread.sleep(10);
            }
            left.countDown();
          }
        });
    Run run = start(scene, 30, RunRequest.EVERYTHING);
    reached.await();
    assertThat(runs.cancel(run.id(), scene.user()).state()).isEqualTo(RunState.CANCELLED);
    left.await();
    assertThat(written(run.id(), track)).containsOnlyKeys(frames(1, 4));
    assertThat(ended(run, scene).error()).isEqualTo("Cancelled by Ada.");
    assertThat(shown(scene, track, 30)).containsOnlyKeys(frames(0, 4));
  }

  @Test
  void goesOnAfterEachPossibleDeathAndWritesEachFrameOnce() {
    int chunks = 6;
    List<Scene> scenes = new ArrayList<>();
    List<UUID> tracks = new ArrayList<>();
    List<Run> started = new ArrayList<>();
    for (int deadly = 1; deadly <= chunks; deadly++) {
      int last = deadly;
      Scene scene = fixture.scene(20, "tiny");
      UUID track = fixture.track(scene);
      fixture.put(scene, track, 10, square(0, 5), 0);
      engine.before(
          track,
          (chunk, frames, cancellation) -> {
            if (chunk == last) {
              throw new IllegalStateException("the worker dies here");
            }
          });
      scenes.add(scene);
      tracks.add(track);
      started.add(start(scene, 20, RunRequest.EVERYTHING));
    }
    for (int i = 0; i < chunks; i++) {
      Run run = ended(started.get(i), scenes.get(i));
      assertThat(run.state()).isEqualTo(RunState.DONE);
      Map<Integer, Integer> written = written(run.id(), tracks.get(i));
      assertThat(written).containsOnlyKeys(frames(0, 10, 11, 20));
      assertThat(written.values()).containsOnly(1);
      assertThat(engine.framesOf(tracks.get(i))).isLessThanOrEqualTo(19 + TinyPropagator.CHUNK);
      assertThat(shown(scenes.get(i), tracks.get(i), 20)).hasSize(20);
    }
  }

  @Test
  void carriesMasksWithTheBuiltInEngineAndKeepsTheRestToThePixel() {
    Scene scene = fixture.scene(25, "flow");
    UUID track = fixture.track(scene);
    for (int frame = 0; frame <= 24; frame += 8) {
      fixture.put(scene, track, frame, truth(frame), 0);
    }
    Run run = ended(start(scene, 25, RunRequest.EVERYTHING), scene);
    assertThat(run.state()).isEqualTo(RunState.DONE);
    Map<Integer, Shape> before = shown(scene, track, 25);
    for (int frame = 0; frame < 25; frame++) {
      Mask mask = mask(before.get(frame));
      Mask truth = mask(truth(frame));
      assertThat((double) mask.intersection(truth) / mask.union(truth))
          .as("frame %d", frame)
          .isGreaterThan(0.7);
    }
    fixture.put(scene, track, 4, truth(4), 0);
    Run again = ended(start(scene, 25, RunRequest.around(track, 4)), scene);
    assertThat(written(again.id(), track)).containsOnlyKeys(frames(1, 4, 5, 8));
    Map<Integer, Shape> after = shown(scene, track, 25);
    for (int frame = 8; frame < 25; frame++) {
      assertThat(after.get(frame)).isEqualTo(before.get(frame));
    }
    assertThat(sources(scene)).contains(Resolved.Source.HUMAN, Resolved.Source.PROPAGATED);
  }

  private List<Resolved.Source> sources(Scene scene) {
    return labels.resolve(scene.set(), new FrameRange(0, 25)).tracks().getFirst().frames().stream()
        .map(Resolved.ResolvedFrame::source)
        .distinct()
        .toList();
  }

  private static Shape truth(int frame) {
    int corner = TestFootage.squareAt(frame);
    return Masks.toShape(
        Mask.of(
            LabelsFixture.WIDTH,
            LabelsFixture.HEIGHT,
            (x, y) -> x >= corner && x < corner + 16 && y >= 16 && y < 32));
  }
}
