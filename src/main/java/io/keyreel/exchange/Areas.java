package io.keyreel.exchange;

import io.keyreel.exchange.Clip.ClipTrack;
import io.keyreel.exchange.LabelledFrame.FrameShape;
import io.keyreel.geometry.Mask;
import io.keyreel.geometry.Masks;
import io.keyreel.geometry.PointsShape;
import io.keyreel.geometry.PolylineShape;
import io.keyreel.geometry.SkeletonShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The pixels of each track on a frame, for formats that know nothing but areas. */
final class Areas {
  private static final List<String> PREFERENCE = List.of("MASK", "BOX", "ELLIPSE");

  private Areas() {}

  /** A track's pixels on one frame: never empty. */
  record Area(ClipTrack track, FrameShape shape, Mask mask) {}

  /** One area a track, by track number; what has none is counted as lost. */
  static List<Area> of(Clip clip, LabelledFrame frame, Losses losses) {
    Map<Integer, FrameShape> chosen = new TreeMap<>();
    for (FrameShape shape : frame.shapes()) {
      if (!hasArea(shape)) {
        losses.count("A line, point set or skeleton has no area and is left out");
        continue;
      }
      FrameShape other = chosen.putIfAbsent(shape.track(), shape);
      if (other != null) {
        chosen.put(shape.track(), better(other, shape));
        losses.count("A second shape of a track on the same frame is left out");
      }
    }
    List<Area> areas = new ArrayList<>();
    for (FrameShape shape : chosen.values()) {
      Mask mask = Masks.of(shape.shape(), clip.width(), clip.height());
      ClipTrack track = track(clip, shape.track());
      if (track != null && !mask.isEmpty()) {
        areas.add(new Area(track, shape, mask));
      }
    }
    return areas;
  }

  private static @Nullable ClipTrack track(Clip clip, int number) {
    return clip.tracks().stream().filter(t -> t.number() == number).findFirst().orElse(null);
  }

  private static boolean hasArea(FrameShape shape) {
    return !(shape.shape() instanceof PolylineShape
        || shape.shape() instanceof PointsShape
        || shape.shape() instanceof SkeletonShape);
  }

  private static FrameShape better(FrameShape a, FrameShape b) {
    return PREFERENCE.indexOf(a.slot()) <= PREFERENCE.indexOf(b.slot()) ? a : b;
  }
}
