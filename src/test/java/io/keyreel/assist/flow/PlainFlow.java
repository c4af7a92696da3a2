package io.keyreel.assist.flow;

import io.keyreel.assist.TrackKeyframes;
import io.keyreel.geometry.Mask;
import io.keyreel.kernel.FrameRange;
import io.keyreel.vision.FrameSource;
import java.util.Map;
import java.util.TreeMap;

/** Masks carried by chained flow from the nearest keyframe: what the engine must beat. */
final class PlainFlow {
  private PlainFlow() {}

  static Map<Integer, Mask> carry(FrameSource source, TrackKeyframes track, int a, int b) {
    View view = View.lines(source.width(), source.height(), source.height());
    Map<Integer, Mask> masks = new TreeMap<>();
    try (Scene scene =
        new Scene(source, view, FlowSettings.DEFAULT, new FrameRange(0, source.frameCount()))) {
      int middle = (a + b) / 2;
      Link link = Link.identity(view.width(), view.height());
      for (int t = a + 1; t <= middle; t++) {
        link = link.extend(scene.toPrevious(t), scene.toNext(t - 1));
        masks.put(t, fetch(view, track.masks().get(a), link));
      }
      link = Link.identity(view.width(), view.height());
      for (int t = b - 1; t > middle; t--) {
        link = link.extend(scene.toNext(t), scene.toPrevious(t + 1));
        masks.put(t, fetch(view, track.masks().get(b), link));
      }
    }
    return masks;
  }

  private static Mask fetch(View view, Mask mask, Link link) {
    SoftMask soft = SoftMask.of(view.soften(mask)).fetch(link);
    float[] margins = new float[soft.values().length];
    for (int i = 0; i < margins.length; i++) {
      margins[i] = (soft.values()[i] & 0xff) / 255f - 0.5f;
    }
    return view.harden(new SignedMap(soft.box(), margins));
  }
}
