package io.keyreel.assist.flow;

import io.keyreel.assist.PropagationRequest;
import io.keyreel.assist.TrackKeyframes;
import io.keyreel.assist.flow.Window.Anchors;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The way from a keyframe through the frames on one side of it.
 *
 * @param wanted the tracks to carry, by frame; not empty
 */
record Stretch(int keyframe, boolean forward, NavigableMap<Integer, List<TrackKeyframes>> wanted) {

  /** All ways into a window. */
  static List<Stretch> into(PropagationRequest request, Window window) {
    NavigableMap<Integer, Stretch> ahead = new TreeMap<>();
    NavigableMap<Integer, Stretch> back = new TreeMap<>();
    for (int t = window.frames().from(); t < window.frames().to(); t++) {
      for (TrackKeyframes track : request.tracks()) {
        Anchors anchors = Anchors.of(track, t, window.shot());
        add(ahead, anchors.before(), true, t, track);
        add(back, anchors.after(), false, t, track);
      }
    }
    List<Stretch> all = new ArrayList<>(ahead.values());
    all.addAll(back.values());
    return all;
  }

  private static void add(
      NavigableMap<Integer, Stretch> stretches,
      @Nullable Integer keyframe,
      boolean forward,
      int frame,
      TrackKeyframes track) {
    if (keyframe != null) {
      stretches
          .computeIfAbsent(keyframe, k -> new Stretch(k, forward, new TreeMap<>()))
          .wanted
          .computeIfAbsent(frame, f -> new ArrayList<>())
          .add(track);
    }
  }

  int last() {
    return forward ? wanted.lastKey() : wanted.firstKey();
  }

  List<TrackKeyframes> tracks() {
    return wanted.values().stream()
        .flatMap(List::stream)
        .distinct()
        .sorted(Comparator.comparing(TrackKeyframes::track))
        .toList();
  }
}
