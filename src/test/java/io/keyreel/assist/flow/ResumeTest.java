package io.keyreel.assist.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyreel.assist.FrameResult;
import io.keyreel.assist.PropagationRequest;
import io.keyreel.assist.TrackKeyframes;
import io.keyreel.kernel.FrameRange;
import io.keyreel.synth.Trial;
import io.keyreel.synth.TrialClip;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** With the net, on a recording fine enough for it, and an object that is lost and found. */
class ResumeTest {
  private static final UUID TRACK = Scenes.track(1);

  /** Where windows begin. */
  private static final int SECOND = 34;

  private static final int THIRD = 67;

  private final TrialClip clip = TrialClip.of(Trial.REENTRY, 1, 180);

  private SortedMap<Integer, FrameResult> run(
      int threads, FrameRange range, PropagationRequest.Earlier earlier) {
    TrackKeyframes keyframe = new TrackKeyframes(TRACK, Map.of(0, clip.labels(0).mask(1)));
    return Scenes.run(
            new FlowPropagator(threads),
            new PropagationRequest(clip, List.of(keyframe), range, List.of(), earlier))
        .get(TRACK);
  }

  @Test
  void aRunStoppedBetweenChunksGoesOnWithTheSameBytesOnAnyNumberOfThreads() {
    int end = clip.frameCount();
    SortedMap<Integer, FrameResult> whole =
        run(2, new FrameRange(0, end), PropagationRequest.Earlier.NOTHING);
    assertThat(whole.values()).as("lost").anyMatch(result -> result.mask().isEmpty());
    assertThat(whole.get(52).mask().isEmpty()).as("and found").isFalse();

    assertThat(run(4, new FrameRange(0, SECOND), PropagationRequest.Earlier.NOTHING))
        .isEqualTo(whole.headMap(SECOND));
    assertThat(run(1, new FrameRange(SECOND, end), (track, frame) -> before(whole, frame, SECOND)))
        .isEqualTo(whole.tailMap(SECOND));
    assertThat(run(4, new FrameRange(THIRD, end), (track, frame) -> before(whole, frame, THIRD)))
        .isEqualTo(whole.tailMap(THIRD));
  }

  private static @Nullable FrameResult before(
      SortedMap<Integer, FrameResult> whole, int frame, int stopped) {
    return frame < stopped ? whole.get(frame) : null;
  }
}
