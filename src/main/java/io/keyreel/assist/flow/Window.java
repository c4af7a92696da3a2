package io.keyreel.assist.flow;

import io.keyreel.assist.PropagationRequest;
import io.keyreel.assist.TrackKeyframes;
import io.keyreel.kernel.FrameRange;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Frames worked on at once: few enough that memory stays flat.
 *
 * @param frames each needs a result for at least one track
 * @param shot the frames a keyframe may reach from
 */
record Window(FrameRange frames, FrameRange shot) {
  /** How many frames away from a keyframe its masks are still carried. */
  static final int REACH = 128;

  private static final int LONGEST = 48;

  /** The frames and their neighbours. */
  FrameRange around() {
    return new FrameRange(Math.max(0, frames.from() - 1), frames.to() + 1);
  }

  static List<Window> plan(PropagationRequest request) {
    List<Window> windows = new ArrayList<>();
    List<Integer> starts = new ArrayList<>(request.shotStarts());
    starts.removeIf(s -> s <= 0 || s >= request.frames().frameCount());
    starts.addFirst(0);
    starts.addLast(request.frames().frameCount());
    for (int i = 0; i + 1 < starts.size(); i++) {
      FrameRange shot = new FrameRange(starts.get(i), starts.get(i + 1));
      if (shot.overlaps(request.range())) {
        addWindows(request, shot, windows);
      }
    }
    return windows;
  }

  private static void addWindows(PropagationRequest request, FrameRange shot, List<Window> into) {
    int end = Math.min(shot.to(), request.range().to());
    int start = -1;
    for (int t = Math.max(shot.from(), request.range().from()); t <= end; t++) {
      int frame = t;
      boolean needed =
          t < end && request.tracks().stream().anyMatch(k -> Anchors.of(k, frame, shot).any());
      if (start >= 0 && (!needed || t - start == LONGEST)) {
        into.add(new Window(new FrameRange(start, t), shot));
        start = -1;
      }
      if (needed && start < 0) {
        start = t;
      }
    }
  }

  /**
   * The keyframes of one track that lead into a frame of a shot.
   *
   * @param before the nearest keyframe in front, if it reaches
   * @param after the nearest keyframe behind, if it reaches
   */
  record Anchors(@Nullable Integer before, @Nullable Integer after) {
    private static final Anchors NONE = new Anchors(null, null);

    /** None at a keyframe. */
    static Anchors of(TrackKeyframes track, int frame, FrameRange shot) {
      if (track.masks().containsKey(frame)) {
        return NONE;
      }
      return new Anchors(
          reaching(track.masks().lowerKey(frame), frame, shot),
          reaching(track.masks().higherKey(frame), frame, shot));
    }

    private static @Nullable Integer reaching(@Nullable Integer key, int frame, FrameRange shot) {
      boolean reaches = key != null && shot.contains(key) && Math.abs(key - frame) <= REACH;
      return reaches ? key : null;
    }

    /** 1 at the keyframe in front, 0 at the one behind. */
    float nearness(int frame) {
      if (before == null || after == null) {
        return before == null ? 0 : 1;
      }
      return (float) (after - frame) / (after - before);
    }

    /** Frames to the nearest keyframe. */
    int distance(int frame) {
      int back = before == null ? Integer.MAX_VALUE : frame - before;
      int ahead = after == null ? Integer.MAX_VALUE : after - frame;
      return Math.min(back, ahead);
    }

    boolean oneSided() {
      return before == null || after == null;
    }

    boolean any() {
      return before != null || after != null;
    }
  }
}
