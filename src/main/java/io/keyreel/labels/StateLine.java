package io.keyreel.labels;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The states of one track along its frames, each holding until the next. */
final class StateLine {
  private final NavigableMap<Integer, TrackState> states = new TreeMap<>();

  StateLine(List<TrackState> states) {
    states.forEach(state -> this.states.put(state.frame(), state));
  }

  @Nullable TrackState at(int frame) {
    Map.Entry<Integer, TrackState> entry = states.floorEntry(frame);
    return entry == null ? null : entry.getValue();
  }

  boolean absent(int frame) {
    TrackState state = at(frame);
    return state != null && state.visibility() == Visibility.ABSENT;
  }
}
