package io.keyreel.assist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NextKeyframeTest {
  private static TreeMap<Integer, Double> open(int from, int to, double confidence) {
    TreeMap<Integer, Double> open = new TreeMap<>();
    IntStream.range(from, to).forEach(frame -> open.put(frame, confidence));
    return open;
  }

  @Test
  void isTheMiddleOfADoubtfulStretch() {
    TreeMap<Integer, Double> open = open(1, 40, 0.95);
    open.putAll(open(20, 31, 0.4));
    assertThat(NextKeyframe.of(open)).map(NextKeyframe::frame).contains(25);
  }

  @Test
  void mendsNothingBeyondAConfirmedFrame() {
    TreeMap<Integer, Double> open = open(0, 21, 0.5);
    open.remove(10);
    open.put(8, 0.0);
    NextKeyframe next = NextKeyframe.of(open).orElseThrow();
    assertThat(next.frame()).isLessThan(10);
    open.keySet().removeIf(frame -> frame > 10);
    assertThat(NextKeyframe.of(open)).contains(next);
  }

  @Test
  void gainsTheDoubtOfItsOwnFrameWhollyAndOfFartherOnesLess() {
    TreeMap<Integer, Double> open = open(0, 2, 0.25);
    assertThat(NextKeyframe.of(open).orElseThrow().gain())
        .isEqualTo(0.75 + 0.75 * 14 / 15, within(1e-9));
  }

  @Test
  void isNowhereWhenAllIsConfirmed() {
    assertThat(NextKeyframe.of(new TreeMap<Integer, Double>())).isEmpty();
  }

  @Test
  void takesTheFirstOfEqualFrames() {
    TreeMap<Integer, Double> open = open(3, 4, 0.5);
    open.put(40, 0.5);
    assertThat(NextKeyframe.of(open)).map(NextKeyframe::frame).contains(3);
  }
}
