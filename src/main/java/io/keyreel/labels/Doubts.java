package io.keyreel.labels;

import io.keyreel.kernel.FrameRange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where machines are not sure: proposals of low confidence that nobody has drawn over or accepted.
 */
@Service
public class Doubts {
  private final LabelReader reader;
  private final KeyframeStore keyframes;
  private final TrackStateStore states;

  Doubts(LabelReader reader, KeyframeStore keyframes, TrackStateStore states) {
    this.reader = reader;
    this.keyframes = keyframes;
    this.states = states;
  }

  /** By track, in order of frames. */
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public List<DoubtfulSpan> of(UUID labelSet, FrameRange range, double threshold) {
    List<DoubtfulSpan> spans = new ArrayList<>();
    unconfirmed(labelSet, range)
        .forEach((track, frames) -> spans.addAll(DoubtLine.spans(track, frames, threshold)));
    return spans;
  }

  /** The confidence of each proposal that nobody has drawn over or accepted, by track and frame. */
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public Map<UUID, NavigableMap<Integer, Float>> unconfirmed(UUID labelSet, FrameRange range) {
    Map<UUID, NavigableMap<Integer, Float>> open = open(labelSet, range);
    Map<UUID, List<TrackState>> absent = new LinkedHashMap<>();
    for (TrackState state : states.before(labelSet, range.to())) {
      absent.computeIfAbsent(state.track(), track -> new ArrayList<>()).add(state);
    }
    for (Keyframe keyframe : keyframes.in(labelSet, range)) {
      NavigableMap<Integer, Float> frames = open.get(keyframe.track());
      if (keyframe.slot() == Slot.MASK && frames != null) {
        frames.remove(keyframe.frame());
      }
    }
    open.forEach((track, frames) -> {
      StateLine line = new StateLine(absent.getOrDefault(track, List.of()));
      frames.keySet().removeIf(line::absent);
    });
    return open;
  }

  private Map<UUID, NavigableMap<Integer, Float>> open(UUID labelSet, FrameRange range) {
    Map<UUID, NavigableMap<Integer, Float>> open = new LinkedHashMap<>();
    for (Winners.Piece piece : reader.winners(labelSet, range, false)) {
      if (piece.acceptance() == null && piece.chunk().slot() == Slot.MASK) {
        NavigableMap<Integer, Float> frames =
            open.computeIfAbsent(piece.chunk().track(), track -> new TreeMap<>());
        for (int frame = piece.frames().from(); frame < piece.frames().to(); frame++) {
          frames.put(frame, piece.chunk().confidence()[piece.index(frame)]);
        }
      }
    }
    return open;
  }
}
