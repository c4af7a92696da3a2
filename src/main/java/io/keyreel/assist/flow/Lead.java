package io.keyreel.assist.flow;

import io.keyreel.assist.TrackKeyframes;
import io.keyreel.geometry.Mask;
import io.keyreel.kernel.FrameRange;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All that leads one track through the frames: its keyframes and what they were carried to. */
final class Lead {
  /** How many frames away from an anchor its mask is carried in one go. */
  static final int REACH = 96;

  private final TrackKeyframes drawn;
  private final NavigableMap<Integer, Anchor> ahead = new TreeMap<>();
  private final NavigableMap<Integer, Anchor> back = new TreeMap<>();
  private final Map<Integer, Anchor> found = new HashMap<>();
  private final Absence absence = new Absence();

  Lead(TrackKeyframes drawn) {
    this.drawn = drawn;
    drawn
        .masks()
        .forEach((frame, mask) -> {
          ahead.put(frame, Anchor.drawn(frame, mask));
          back.put(frame, Anchor.drawn(frame, mask));
        });
  }

  /** One that leads back from a single anchor. */
  private Lead(TrackKeyframes drawn, Anchor only, boolean forward) {
    this.drawn = drawn;
    (forward ? ahead : back).put(only.frame(), only);
  }

  Lead alone(Anchor anchor, boolean forward) {
    return new Lead(drawn, anchor, forward);
  }

  UUID track() {
    return drawn.track();
  }

  TrackKeyframes drawn() {
    return drawn;
  }

  boolean isDrawn(int frame) {
    return drawn.masks().containsKey(frame);
  }

  /** Whether anything was drawn in a shot. */
  boolean isIn(FrameRange shot) {
    Integer first = drawn.masks().ceilingKey(shot.from());
    return first != null && first < shot.to();
  }

  /** Whether the keyframes on both sides of a frame of a shot say that the object is gone. */
  boolean isDrawnGone(int frame, FrameRange shot) {
    Map.Entry<Integer, Mask> before = drawn.masks().lowerEntry(frame);
    Map.Entry<Integer, Mask> after = drawn.masks().higherEntry(frame);
    return before != null
        && after != null
        && shot.contains(before.getKey())
        && shot.contains(after.getKey())
        && before.getValue().isEmpty()
        && after.getValue().isEmpty();
  }

  /** Whether no two keyframes of a shot are near each other around a frame. */
  boolean isOpen(int frame, FrameRange shot) {
    Integer before = drawn.masks().lowerKey(frame);
    Integer after = drawn.masks().higherKey(frame);
    return before == null
        || after == null
        || !shot.contains(before)
        || !shot.contains(after)
        || after - before > Sides.NEAR;
  }

  /** Whether anything leads through a shot, be it drawn or found there. */
  boolean isLed(FrameRange shot) {
    Integer first = ahead.ceilingKey(shot.from());
    return first != null && first < shot.to();
  }

  /** The last anchor in front of a frame. */
  @Nullable Anchor before(int frame) {
    Map.Entry<Integer, Anchor> entry = ahead.lowerEntry(frame);
    return entry == null ? null : entry.getValue();
  }

  /** From now on this leads into later frames. */
  void carriedAhead(Anchor anchor) {
    ahead.put(anchor.frame(), anchor);
  }

  /** From now on this leads into earlier frames. */
  void carriedBack(Anchor anchor) {
    back.put(anchor.frame(), anchor);
  }

  /** Found in a shot where nothing leads: from now on this does, both ways. */
  void foundInShot(Anchor anchor) {
    carriedAhead(anchor);
    carriedBack(anchor);
  }

  /** Found again inside a window: this leads both ways there. */
  void foundAgain(Anchor anchor) {
    foundInShot(anchor);
    found.put(anchor.frame(), anchor);
  }

  /**
   * Forgets what was found again and what was carried to frames before this one and not drawn
   * there, but for the last. What a find led to is carried on where it matters.
   */
  void forget(int frame) {
    ahead.keySet().removeAll(found.keySet());
    back.keySet().removeAll(found.keySet());
    found.clear();
    Integer last = ahead.floorKey(frame);
    ahead.keySet().removeIf(t -> t < frame && !isDrawn(t) && !t.equals(last));
    back.keySet().removeIf(t -> t < frame && !isDrawn(t));
  }

  /** Where the object did not show, as far back as it matters. */
  Absence absence() {
    return absence;
  }

  /** What leads ahead, or back, from exactly this frame. */
  @Nullable Anchor at(int frame, boolean forward) {
    return (forward ? ahead : back).get(frame);
  }

  /** The anchors that lead into a frame of a shot; none where it was drawn. */
  Sides sides(int frame, FrameRange shot) {
    if (isDrawn(frame)) {
      return Sides.NONE;
    }
    Anchor here = found.get(frame);
    if (here != null) {
      return new Sides(here, null);
    }
    return new Sides(
            reaching(ahead.lowerEntry(frame), frame, shot),
            reaching(back.higherEntry(frame), frame, shot))
        .telling();
  }

  private static @Nullable Anchor reaching(
      Map.@Nullable Entry<Integer, Anchor> entry, int frame, FrameRange shot) {
    if (entry == null || !shot.contains(entry.getKey())) {
      return null;
    }
    return Math.abs(entry.getKey() - frame) <= REACH ? entry.getValue() : null;
  }
}
