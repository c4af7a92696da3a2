package io.keyreel.assist.flow;

import io.keyreel.assist.PropagationRequest;
import io.keyreel.kernel.FrameRange;
import java.util.ArrayList;
import java.util.List;

/**
 * Frames worked on at once: few enough that memory stays flat.
 *
 * @param frames each needs a result for at least one track
 * @param shot the frames an anchor may reach from
 */
record Window(FrameRange frames, FrameRange shot) {
  private static final int LONGEST = 48;

  /** The frames and their neighbours. */
  FrameRange around() {
    return new FrameRange(Math.max(0, frames.from() - 1), frames.to() + 1);
  }

  /** Shots that a request touches. */
  static List<FrameRange> shots(PropagationRequest request) {
    return allShots(request).stream().filter(shot -> shot.overlaps(request.range())).toList();
  }

  static List<FrameRange> allShots(PropagationRequest request) {
    List<Integer> starts = new ArrayList<>(request.shotStarts());
    starts.removeIf(s -> s <= 0 || s >= request.frames().frameCount());
    starts.addFirst(0);
    starts.addLast(request.frames().frameCount());
    List<FrameRange> shots = new ArrayList<>();
    for (int i = 0; i + 1 < starts.size(); i++) {
      shots.add(new FrameRange(starts.get(i), starts.get(i + 1)));
    }
    return shots;
  }

  /**
   * The windows of a shot, in order, up to the end of a range. They are the same wherever the range
   * begins, so that a run that goes on after a stop goes on as it would have.
   */
  static List<Window> plan(List<Lead> here, FrameRange shot, int end) {
    List<Window> windows = new ArrayList<>();
    int start = shot.from();
    for (int t = shot.from(); t <= shot.to(); t++) {
      int frame = t;
      boolean needed = t < shot.to() && here.stream().anyMatch(lead -> !lead.isDrawn(frame));
      if (!needed) {
        if (start < t) {
          split(new FrameRange(start, t), shot, end, windows);
        }
        start = t + 1;
      }
    }
    return windows;
  }

  private static void split(FrameRange run, FrameRange shot, int end, List<Window> windows) {
    int pieces = (run.length() + LONGEST - 1) / LONGEST;
    for (int i = 0; i < pieces; i++) {
      int from = run.from() + i * run.length() / pieces;
      int to = Math.min(end, run.from() + (i + 1) * run.length() / pieces);
      if (from < to) {
        windows.add(new Window(new FrameRange(from, to), shot));
      }
    }
  }
}
