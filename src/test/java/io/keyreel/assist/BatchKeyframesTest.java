package io.keyreel.assist;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyreel.geometry.MaskShape;
import io.keyreel.kernel.FrameRange;
import io.keyreel.kernel.Ids;
import io.keyreel.labels.Keyframe;
import io.keyreel.labels.Slot;
import io.keyreel.labels.Span;
import io.keyreel.labels.TrackState;
import io.keyreel.labels.Visibility;
import io.keyreel.vision.FrameSource;
import io.keyreel.vision.Image;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BatchKeyframesTest {
  private static final UUID TRACK = Ids.next();

  private static Keyframe keyframe(int frame) {
    MaskShape dot = new MaskShape(0, 0, 1, 1, "01");
    return new Keyframe(TRACK, frame, Slot.MASK, dot, null, false, 1, Ids.next(), Instant.EPOCH);
  }

  private static TrackState state(int frame, Visibility visibility) {
    return new TrackState(
        TRACK, frame, visibility, null, null, Map.of(), 1, Ids.next(), Instant.EPOCH);
  }

  private static Set<Integer> led(TrackLine line, int from, int to) {
    FrameRange frames = new FrameRange(from, to);
    RunSpan span = new RunSpan(new Span(TRACK, from), frames, 1);
    SpanBatch batch = new SpanBatch(frames, List.of(new Work(span, frames)));
    return BatchKeyframes.of(batch, Map.of(TRACK, line), new Blank()).getFirst().masks().keySet();
  }

  @Test
  void takesTheNearestOnBothSides() {
    TrackLine line =
        new TrackLine(TRACK, Stream.of(0, 10, 20, 30).map(k -> keyframe(k)).toList(), List.of());
    assertThat(led(line, 12, 18)).containsExactly(10, 20);
  }

  @Test
  void reachesOnOverAnAbsenceToWhereTheObjectWasSeen() {
    TrackLine line =
        new TrackLine(
            TRACK,
            List.of(keyframe(0), keyframe(4)),
            List.of(state(6, Visibility.ABSENT), state(20, Visibility.VISIBLE)));
    assertThat(led(line, 20, 30)).containsExactly(4, 6, 19);
  }

  @Test
  void takesAnAbsenceWhereNothingElseIsKnown() {
    TrackLine line =
        new TrackLine(
            TRACK,
            List.of(keyframe(40)),
            List.of(state(0, Visibility.ABSENT), state(20, Visibility.VISIBLE)));
    assertThat(led(line, 20, 30)).containsExactly(19, 40);
  }

  private record Blank() implements FrameSource {
    @Override
    public int width() {
      return 4;
    }

    @Override
    public int height() {
      return 4;
    }

    @Override
    public int frameCount() {
      return 50;
    }

    @Override
    public Image frame(int frame) {
      return new Image(4, 4, 3, new byte[48]);
    }
  }
}
