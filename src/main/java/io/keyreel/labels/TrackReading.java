package io.keyreel.labels;

import io.keyreel.geometry.MaskShape;
import io.keyreel.geometry.Shape;
import io.keyreel.geometry.ShapeInterpolation;
import io.keyreel.kernel.FrameRange;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads one track frame by frame: a keyframe always wins; an absent object shows nothing else; then
 * an accepted proposal, the newest proposal, what lies between two keyframes, nothing. Masks are
 * not interpolated: an engine carries them.
 */
final class TrackReading {
  private final StateLine states;
  private final Map<Slot, NavigableMap<Integer, Keyframe>> keyframes = new EnumMap<>(Slot.class);
  private final Map<Slot, NavigableMap<Integer, Winners.Piece>> pieces = new EnumMap<>(Slot.class);
  private final ShapeCache shapes;

  TrackReading(
      List<TrackState> states,
      List<Keyframe> keyframes,
      List<Winners.Piece> pieces,
      ShapeCache shapes) {
    this.states = new StateLine(states);
    this.shapes = shapes;
    for (Keyframe keyframe : keyframes) {
      this.keyframes
          .computeIfAbsent(keyframe.slot(), slot -> new TreeMap<>())
          .put(keyframe.frame(), keyframe);
    }
    for (Winners.Piece piece : pieces) {
      this.pieces
          .computeIfAbsent(piece.chunk().slot(), slot -> new TreeMap<>())
          .put(piece.frames().from(), piece);
    }
  }

  List<Resolved.ResolvedFrame> read(FrameRange range) {
    List<Resolved.ResolvedFrame> frames = new ArrayList<>();
    for (int frame = range.from(); frame < range.to(); frame++) {
      for (Slot slot : Slot.values()) {
        Resolved.ResolvedFrame read = read(slot, frame);
        if (read != null) {
          frames.add(read);
        }
      }
    }
    return frames;
  }

  private Resolved.@Nullable ResolvedFrame read(Slot slot, int frame) {
    NavigableMap<Integer, Keyframe> own = keyframes.get(slot);
    Keyframe keyframe = own == null ? null : own.get(frame);
    if (keyframe != null) {
      return human(keyframe);
    }
    if (states.absent(frame)) {
      return null;
    }
    Winners.Piece piece = piece(slot, frame);
    if (piece != null) {
      return proposed(piece, frame);
    }
    return own == null || slot == Slot.MASK ? null : between(own, slot, frame);
  }

  private Winners.@Nullable Piece piece(Slot slot, int frame) {
    NavigableMap<Integer, Winners.Piece> row = pieces.get(slot);
    Map.Entry<Integer, Winners.Piece> entry = row == null ? null : row.floorEntry(frame);
    return entry != null && entry.getValue().frames().contains(frame) ? entry.getValue() : null;
  }

  private Resolved.ResolvedFrame human(Keyframe keyframe) {
    boolean empty = keyframe.shape() instanceof MaskShape mask && mask.isEmpty();
    return frame(
        new Base(keyframe.frame(), keyframe.slot(), keyframe.shape()),
        Resolved.Source.HUMAN,
        empty ? Visibility.ABSENT : Visibility.VISIBLE,
        keyframe,
        null);
  }

  private Resolved.@Nullable ResolvedFrame proposed(Winners.Piece piece, int frame) {
    Shape shape = shapes.of(piece.chunk()).get(piece.index(frame));
    if (shape == null) {
      return null;
    }
    return frame(
        new Base(frame, piece.chunk().slot(), shape),
        piece.acceptance() == null ? Resolved.Source.PROPAGATED : Resolved.Source.ACCEPTED,
        Visibility.values()[piece.chunk().visibility()[piece.index(frame)]],
        null,
        piece);
  }

  private Resolved.@Nullable ResolvedFrame between(
      NavigableMap<Integer, Keyframe> own, Slot slot, int frame) {
    Map.Entry<Integer, Keyframe> left = own.lowerEntry(frame);
    Map.Entry<Integer, Keyframe> right = own.higherEntry(frame);
    if (left == null || right == null) {
      return null;
    }
    double t = (double) (frame - left.getKey()) / (right.getKey() - left.getKey());
    Shape shape = ShapeInterpolation.between(left.getValue().shape(), right.getValue().shape(), t);
    return frame(
        new Base(frame, slot, shape), Resolved.Source.INTERPOLATED, Visibility.VISIBLE, null, null);
  }

  private record Base(int frame, Slot slot, Shape shape) {}

  private Resolved.ResolvedFrame frame(
      Base base,
      Resolved.Source source,
      Visibility seen,
      @Nullable Keyframe keyframe,
      Winners.@Nullable Piece piece) {
    TrackState state = states.at(base.frame());
    Visibility said = state == null ? null : state.visibility();
    Acceptance acceptance = piece == null ? null : piece.acceptance();
    return new Resolved.ResolvedFrame(
        base.frame(),
        base.slot(),
        base.shape(),
        source,
        piece == null ? null : piece.chunk().confidence()[piece.index(base.frame())],
        said == null || said == Visibility.ABSENT ? seen : said,
        state == null ? null : state.truncated(),
        state == null ? Map.of() : state.attributes(),
        keyframe == null ? null : keyframe.z(),
        piece == null ? null : piece.chunk().run(),
        piece == null ? null : piece.chunk().engine(),
        keyframe != null ? keyframe.author() : acceptance == null ? null : acceptance.author());
  }
}
