package io.keyreel.assist;

import io.keyreel.geometry.Mask;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What people drew of one object.
 *
 * @param masks by frame, of the whole frame each; an empty mask says the object does not show there
 */
public record TrackKeyframes(UUID track, NavigableMap<Integer, Mask> masks) {
  public TrackKeyframes(UUID track, Map<Integer, Mask> masks) {
    this(track, new TreeMap<>(masks));
  }

  public TrackKeyframes {
    masks = Collections.unmodifiableNavigableMap(new TreeMap<>(masks));
  }
}
