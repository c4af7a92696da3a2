package io.keyreel.assist;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyreel.assist.RunRequest.Direction;
import io.keyreel.geometry.MaskShape;
import io.keyreel.kernel.FrameRange;
import io.keyreel.kernel.Ids;
import io.keyreel.labels.Keyframe;
import io.keyreel.labels.Slot;
import io.keyreel.labels.TrackState;
import io.keyreel.labels.Visibility;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SpanPlannerTest {
  private static final UUID TRACK = Ids.next();
  private static final MaskShape DOT = new MaskShape(0, 0, 1, 1, "01");

  private static Keyframe keyframe(int frame, MaskShape shape) {
    return new Keyframe(TRACK, frame, Slot.MASK, shape, null, false, 1, Ids.next(), Instant.EPOCH);
  }

  private static TrackLine line(List<TrackState> states, int... frames) {
    return new TrackLine(
        TRACK, IntStream.of(frames).mapToObj(frame -> keyframe(frame, DOT)).toList(), states);
  }

  private static TrackState state(int frame, @Nullable Visibility visibility) {
    return new TrackState(
        TRACK, frame, visibility, null, null, Map.of(), 1, Ids.next(), Instant.EPOCH);
  }

  private static RunRequest request(Direction direction) {
    return new RunRequest(null, null, null, null, direction, null);
  }

  /** Each span as "gap: from-to", the end being in it. */
  private static List<String> plan(TrackLine line, RunRequest request, Integer... shotStarts) {
    return new SpanPlanner(new FrameRange(0, 100), List.of(shotStarts), request)
        .plan(line).stream()
            .map(span ->
                "%d: %d-%d"
                    .formatted(span.gap().start(), span.frames().from(), span.frames().to() - 1))
            .toList();
  }

  @Test
  void fillsHeadGapsAndTail() {
    assertThat(plan(line(List.of(), 10, 20), RunRequest.EVERYTHING))
        .containsExactly("-1: 0-9", "10: 11-19", "20: 21-99");
    assertThat(plan(line(List.of(), 0, 1, 99), RunRequest.EVERYTHING)).containsExactly("1: 2-98");
  }

  @Test
  void staysInsideShotsAndTriesTheOneBeside() {
    assertThat(plan(line(List.of(), 10, 60), RunRequest.EVERYTHING, 0, 40, 80))
        .containsExactly("-1: 0-9", "10: 11-39", "10: 40-59", "60: 61-79", "60: 80-99");
  }

  @Test
  void leavesOutTheSideThatWasNotAskedFor() {
    TrackLine line = line(List.of(), 10, 20);
    assertThat(plan(line, request(Direction.FORWARD))).containsExactly("10: 11-19", "20: 21-99");
    assertThat(plan(line, request(Direction.BACKWARD))).containsExactly("-1: 0-9", "10: 11-19");
  }

  @Test
  void clipsToTheFramesAskedFor() {
    RunRequest request = new RunRequest(null, 15, 30, null, null, null);
    assertThat(plan(line(List.of(), 10, 20), request)).containsExactly("10: 15-19", "20: 21-29");
  }

  @Test
  void takesOnlyWhatLiesBesideACorrection() {
    TrackLine line = line(List.of(), 10, 20, 30);
    assertThat(plan(line, RunRequest.around(TRACK, 20))).containsExactly("10: 11-19", "20: 21-29");
    assertThat(plan(line, RunRequest.around(TRACK, 25))).containsExactly("20: 21-29");
    assertThat(plan(line, RunRequest.around(Ids.next(), 20))).isEmpty();
  }

  @Test
  void skipsAbsences() {
    TrackLine line =
        line(
            List.of(
                state(5, Visibility.OCCLUDED),
                state(12, Visibility.ABSENT),
                state(16, Visibility.VISIBLE),
                state(40, Visibility.ABSENT)),
            10,
            20);
    assertThat(plan(line, RunRequest.EVERYTHING))
        .containsExactly("-1: 0-9", "10: 11-11", "10: 16-19", "20: 21-39");
    assertThat(plan(line, RunRequest.around(TRACK, 40))).containsExactly("20: 21-39");
  }

  @Test
  void anEmptyKeyframeLeadsOnlyTogetherWithAnother() {
    TrackLine line =
        new TrackLine(
            TRACK,
            List.of(
                keyframe(10, DOT), keyframe(20, MaskShape.EMPTY), keyframe(30, MaskShape.EMPTY)),
            List.of());
    assertThat(plan(line, RunRequest.EVERYTHING)).containsExactly("-1: 0-9", "10: 11-19");
  }
}
