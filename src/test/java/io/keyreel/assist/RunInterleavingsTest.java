package io.keyreel.assist;

import static io.keyreel.labels.LabelsFixture.square;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyreel.Eventually;
import io.keyreel.KeyreelTest;
import io.keyreel.geometry.Mask;
import io.keyreel.geometry.Masks;
import io.keyreel.geometry.Shape;
import io.keyreel.kernel.FrameRange;
import io.keyreel.kernel.UserError;
import io.keyreel.labels.Keyframe;
import io.keyreel.labels.Labels;
import io.keyreel.labels.LabelsFixture;
import io.keyreel.labels.LabelsFixture.Scene;
import io.keyreel.labels.Outcome;
import io.keyreel.labels.Resolved;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;

/**
 * A person draws, corrects and starts runs in seeded orders while the engine is between any two of
 * its chunks, and the worker dies now and then.
 */
@KeyreelTest
@Import({TinyPropagator.class, TestFootage.class, OpenGuard.class})
class RunInterleavingsTest {
  private static final int ORDERS = Integer.getInteger("keyreel.run.interleavings", 20);
  private static final int FRAMES = 40;
  private static final int MOST_STEPS = 12;

  @Autowired TinyPropagator engine;
  @Autowired Runs runs;
  @Autowired Labels labels;

  private LabelsFixture fixture;

  @BeforeEach
  void fixture(@Autowired ApplicationContext context) {
    fixture = new LabelsFixture(context);
  }

  @Test
  void endsWithThePersonsKeyframesAndMasksThatFollowFromThem() {
    List<Play> plays = new ArrayList<>();
    for (int seed = 0; seed < ORDERS; seed++) {
      Play play = new Play(seed);
      plays.add(play);
      play.begin();
    }
    plays.forEach(Play::check);
  }

  /** One order of events. */
  private final class Play {
    private final int seed;
    private final Random random;
    private final Scene scene;
    private final UUID track;
    private final TreeMap<Integer, Shape> drawn = new TreeMap<>();
    private final Map<Integer, Long> versions = new TreeMap<>();
    private int steps;

    Play(int seed) {
      this.seed = seed;
      this.random = new Random(seed);
      this.scene = fixture.scene(FRAMES, "tiny");
      this.track = fixture.track(scene);
    }

    void begin() {
      draw(random.nextInt(FRAMES));
      draw(random.nextInt(FRAMES));
      engine.before(track, (chunk, frames, cancellation) -> step());
      start(RunRequest.EVERYTHING);
    }

    /** Happens on the engine's threads: of an older run and a newer one at the same time. */
    private synchronized void step() {
      if (steps++ >= MOST_STEPS) {
        return;
      }
      switch (random.nextInt(5)) {
        case 0, 1 -> draw(random.nextInt(FRAMES));
        case 2 -> start(RunRequest.around(track, drawn.firstKey()));
        case 3 -> {
          if (random.nextInt(4) == 0) {
            throw new IllegalStateException("the worker dies here");
          }
        }
        default -> {}
      }
    }

    private void draw(int frame) {
      Shape shape = square(random.nextInt(30), 1 + random.nextInt(15));
      Outcome outcome = fixture.put(scene, track, frame, shape, versions.getOrDefault(frame, 0L));
      assertThat(outcome.status()).isEqualTo(Outcome.Status.APPLIED);
      drawn.put(frame, shape);
      versions.put(frame, outcome.version());
    }

    private void start(RunRequest request) {
      try {
        runs.start(
            scene.user(), new RunTarget(scene.set(), null, new FrameRange(0, FRAMES)), request);
      } catch (UserError.Invalid nothingToDo) {
        assertThat(nothingToDo).hasMessageContaining("nothing to propagate");
      }
    }

    void check() {
      awaitAll();
      assertKeyframesStand();
      start(RunRequest.EVERYTHING);
      awaitAll();
      assertKeyframesStand();
      Map<Integer, Shape> shown = new TreeMap<>();
      for (Resolved.ResolvedFrame frame :
          labels.resolve(scene.set(), new FrameRange(0, FRAMES)).tracks().getFirst().frames()) {
        shown.put(frame.frame(), frame.shape());
      }
      for (int frame = 0; frame < FRAMES; frame++) {
        assertThat(shown.get(frame))
            .as("frame %d of order %d", frame, seed)
            .isEqualTo(expected(frame));
      }
    }

    private void awaitAll() {
      assertThat(
              Eventually.eventually(
                  () -> runs.ofSet(scene.set()).stream().allMatch(run -> run.state().isOver())))
          .as("runs of order %d: %s", seed, runs.ofSet(scene.set()))
          .isTrue();
    }

    private void assertKeyframesStand() {
      synchronized (this) {
        steps = MOST_STEPS;
        Map<Integer, Shape> stand = new TreeMap<>();
        for (Keyframe keyframe : labels.state(scene.set(), new FrameRange(0, FRAMES)).keyframes()) {
          stand.put(keyframe.frame(), keyframe.shape());
        }
        assertThat(stand).as("order %d", seed).isEqualTo(drawn);
      }
    }

    private Shape expected(int frame) {
      Map.Entry<Integer, Shape> left = drawn.floorEntry(frame);
      Map.Entry<Integer, Shape> right = drawn.ceilingEntry(frame);
      if (left == null || right == null) {
        return left == null ? right.getValue() : left.getValue();
      }
      return left.equals(right)
          ? left.getValue()
          : Masks.toShape(TinyPropagator.between(mask(left.getValue()), mask(right.getValue())));
    }

    private static Mask mask(Shape shape) {
      return Masks.of(shape, LabelsFixture.WIDTH, LabelsFixture.HEIGHT);
    }
  }
}
