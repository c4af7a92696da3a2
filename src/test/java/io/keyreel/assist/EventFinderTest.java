package io.keyreel.assist;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyreel.kernel.FrameRange;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EventFinderTest {
  private static final int FRAMES = 1000;

  private record Signal(double[] values, List<Integer> changes) {}

  /** Rest and action by turns: levels, swaying, noise that lasts, and slow drift. */
  private static Signal signal(Random random) {
    double[] values = new double[FRAMES];
    List<Integer> changes = new ArrayList<>();
    double rest = 20 + 20 * random.nextDouble();
    double rise = 5 + 55 * random.nextDouble();
    double sway = 0.3 * rise * random.nextDouble();
    double noise = 1 + 4 * random.nextDouble();
    boolean acting = false;
    int next = 60 + random.nextInt(120);
    double wander = 0;
    for (int t = 0; t < FRAMES; t++) {
      if (t == next && t < FRAMES - 40) {
        acting = !acting;
        changes.add(t);
        next = t + 30 + random.nextInt(150);
      }
      wander = 0.7 * wander + noise * random.nextGaussian();
      double drift = 3 * Math.sin(2 * Math.PI * t / FRAMES);
      values[t] =
          rest + drift + wander + (acting ? rise + sway * Math.sin(t * 2 * Math.PI / 12) : 0);
    }
    return new Signal(values, changes);
  }

  private static List<Integer> frames(EventFinder.Found found, double least) {
    return found.boundaries().stream()
        .filter(b -> b.confidence() >= least)
        .map(EventFinder.Boundary::frame)
        .toList();
  }

  private static EventFinder.Found find(double[] values) {
    return EventFinder.find(values, null, List.of(new FrameRange(0, values.length)));
  }

  @Test
  void findsChangesOfLevelAmongNoiseAndSwaying() {
    BoundaryScore all = new BoundaryScore();
    BoundaryScore sure = new BoundaryScore();
    for (long seed = 0; seed < 60; seed++) {
      Signal signal = signal(new Random(seed));
      EventFinder.Found found = find(signal.values());
      all.add(signal.changes(), frames(found, 0), 5);
      sure.add(signal.changes(), frames(found, 0.5), 5);
    }
    assertThat(all.f1()).as("%s", all).isGreaterThan(0.94);
    assertThat(sure.f1()).as("%s, sure ones %s", all, sure).isGreaterThan(0.94);
  }

  @Test
  void confidenceSaysHowOftenABoundaryIsReal() {
    double[] claimed = new double[2];
    double[] real = new double[2];
    int[] count = new int[2];
    for (long seed = 100; seed < 300; seed++) {
      Signal signal = signal(new Random(seed));
      for (EventFinder.Boundary boundary : find(signal.values()).boundaries()) {
        int half = boundary.confidence() < 0.7 ? 0 : 1;
        boolean is = signal.changes().stream().anyMatch(t -> Math.abs(t - boundary.frame()) <= 5);
        claimed[half] += boundary.confidence();
        real[half] += is ? 1 : 0;
        count[half]++;
      }
    }
    String figures =
        "doubtful: said %.2f, true %.2f of %d; sure: said %.2f, true %.2f of %d"
            .formatted(
                claimed[0] / count[0],
                real[0] / count[0],
                count[0],
                claimed[1] / count[1],
                real[1] / count[1],
                count[1]);
    for (int half = 0; half < 2; half++) {
      assertThat(Math.abs(claimed[half] - real[half]) / count[half]).as(figures).isLessThan(0.1);
    }
    assertThat(real[1] / count[1]).as(figures).isGreaterThan(real[0] / Math.max(1, count[0]));
  }

  @Test
  void nothingHappensWhereNothingChanges() {
    double[] still = new double[600];
    Arrays.fill(still, 30);
    assertThat(find(still)).isEqualTo(new EventFinder.Found(List.of(), List.of()));
    Random random = new Random(4);
    Arrays.setAll(still, i -> 30 + 4 * random.nextGaussian());
    assertThat(find(still).boundaries()).isEmpty();
  }

  @Test
  void actionBetweenTwoRestsIsAnEvent() {
    double[] values = new double[300];
    Random random = new Random(1);
    Arrays.setAll(values, i -> (i >= 100 && i < 180 ? 60 : 20) + random.nextGaussian());
    EventFinder.Event event = find(values).events().getFirst();
    assertThat(event.frames()).isEqualTo(new FrameRange(100, 180));
    assertThat(event.confidence()).isGreaterThan(0.9);
    assertThat(find(values).events()).hasSize(1);
  }

  @Test
  void soundAndMotionThatChangeTogetherAreOneSurerBoundary() {
    double[] motion = new double[200];
    double[] audio = new double[200];
    Random random = new Random(2);
    Arrays.setAll(motion, i -> (i >= 100 ? 28 : 20) + 2 * random.nextGaussian());
    Arrays.setAll(audio, i -> (i >= 102 ? 90 : 80) + 2 * random.nextGaussian());
    List<FrameRange> shot = List.of(new FrameRange(0, 200));
    List<EventFinder.Boundary> both = EventFinder.find(motion, audio, shot).boundaries();
    List<EventFinder.Boundary> one = EventFinder.find(motion, null, shot).boundaries();
    assertThat(both).hasSize(1);
    assertThat(both.getFirst().motion() && both.getFirst().audio()).isTrue();
    assertThat(both.getFirst().confidence()).isGreaterThan(one.getFirst().confidence());
  }

  @Test
  void aCutIsNoEvent() {
    double[] values = new double[200];
    Random random = new Random(3);
    Arrays.setAll(values, i -> i == 100 ? 200 : 20 + random.nextGaussian());
    List<FrameRange> shots = List.of(new FrameRange(0, 100), new FrameRange(100, 200));
    assertThat(EventFinder.find(values, null, shots).boundaries()).isEmpty();
  }

  @Test
  void longSignalsAreSplitWithoutLosingChanges() {
    double[] values = new double[30_000];
    Random random = new Random(5);
    List<Integer> truth = new ArrayList<>();
    for (int t = 500; t < values.length; t += 1500) {
      truth.add(t);
    }
    Arrays.setAll(values, i -> 20 + 30 * ((i + 1000) / 1500 % 2) + 2 * random.nextGaussian());
    BoundaryScore score = new BoundaryScore();
    score.add(truth, frames(find(values), 0), 3);
    assertThat(score.f1()).as("%s", score).isEqualTo(1);
  }
}
