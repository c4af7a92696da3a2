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
  private final LabelSets labelSets;
  private final LabelReader reader;
  private final KeyframeStore keyframes;
  private final TrackStateStore states;

  Doubts(LabelSets labelSets, LabelReader reader, KeyframeStore keyframes, TrackStateStore states) {
    this.labelSets = labelSets;
    this.reader = reader;
    this.keyframes = keyframes;
    this.states = states;
  }

  /**
   * What a range of labels leaves open.
   *
   * @param seq the change as of which this is so
   * @param tracks all that live
   * @param masks proposals that nobody has drawn over or accepted
   * @param error the sum of 1 − confidence over them
   */
  public record Reading(
      long seq, List<Track> tracks, long masks, double error, List<DoubtfulSpan> spans) {}

  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public Reading read(UUID labelSet, FrameRange range, double threshold) {
    long seq = labelSets.find(labelSet).seq();
    long masks = 0;
    double error = 0;
    List<DoubtfulSpan> spans = new ArrayList<>();
    Map<UUID, NavigableMap<Integer, Float>> open = unconfirmed(labelSet, range);
    for (NavigableMap<Integer, Float> frames : open.values()) {
      masks += frames.size();
      error += frames.values().stream().mapToDouble(confidence -> 1 - confidence).sum();
    }
    open.forEach((track, frames) -> spans.addAll(DoubtLine.spans(track, frames, threshold)));
    return new Reading(seq, reader.tracks(labelSet), masks, error, spans);
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
