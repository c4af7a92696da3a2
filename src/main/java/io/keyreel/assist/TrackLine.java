package io.keyreel.assist;

import io.keyreel.geometry.MaskShape;
import io.keyreel.geometry.Shape;
import io.keyreel.labels.Keyframe;
import io.keyreel.labels.TrackState;
import io.keyreel.labels.Visibility;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What people said of one track along its frames: its mask keyframes, and an empty mask on the
 * first and the last frame of each absence.
 */
final class TrackLine {
  private final UUID track;
  private final NavigableMap<Integer, Shape> keyframes = new TreeMap<>();
  private final NavigableMap<Integer, Shape> anchors = new TreeMap<>();
  private final NavigableMap<Integer, Boolean> absences = new TreeMap<>();

  /**
   * @param states of this track, in order of frames
   */
  TrackLine(UUID track, List<Keyframe> keyframes, List<TrackState> states) {
    this.track = track;
    for (TrackState state : states) {
      boolean absent = state.visibility() == Visibility.ABSENT;
      if (absent != isAbsent(state.frame())) {
        anchors.put(absent ? state.frame() : state.frame() - 1, MaskShape.EMPTY);
      }
      absences.put(state.frame(), absent);
    }
    for (Keyframe keyframe : keyframes) {
      this.keyframes.put(keyframe.frame(), keyframe.shape());
      anchors.put(keyframe.frame(), keyframe.shape());
    }
  }

  UUID track() {
    return track;
  }

  /** Frames that lead an engine, and what stands there. */
  NavigableMap<Integer, Shape> anchors() {
    return anchors;
  }

  boolean isAbsent(int frame) {
    Map.Entry<Integer, Boolean> entry = absences.floorEntry(frame);
    return entry != null && entry.getValue();
  }

  /** The keyframe that starts the gap which a frame without one lies in; -1 before the first. */
  int gapOf(int frame) {
    Integer start = keyframes.lowerKey(frame);
    return start == null ? -1 : start;
  }

  static boolean isEmpty(Shape shape) {
    return shape instanceof MaskShape mask && mask.isEmpty();
  }
}
