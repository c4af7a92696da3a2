package io.keyreel;

import io.keyreel.geometry.Mask;
import io.keyreel.geometry.MaskShape;
import io.keyreel.geometry.Masks;
import java.util.Map;
import java.util.UUID;

/** Edits as they go to {@code POST /tasks/{task}/changes}. */
public final class Operations {
  private Operations() {}

  public static Map<String, ?> createTrack(UUID track) {
    return Map.of("op", UUID.randomUUID(), "kind", "track.create", "track", track);
  }

  /** A keyframe that was not there before, in the slot of masks. */
  public static Map<String, ?> keyframe(UUID track, int frame, Map<String, ?> shape) {
    return Map.of(
        "op",
        UUID.randomUUID(),
        "kind",
        "keyframe.put",
        "track",
        track,
        "frame",
        frame,
        "slot",
        "MASK",
        "shape",
        shape);
  }

  public static Map<String, ?> keyframe(UUID track, int frame, Mask mask) {
    MaskShape shape = Masks.toShape(mask);
    return keyframe(
        track,
        frame,
        Map.of(
            "type",
            "mask",
            "x",
            shape.x(),
            "y",
            shape.y(),
            "width",
            shape.width(),
            "height",
            shape.height(),
            "counts",
            shape.counts()));
  }
}
