package io.keyreel.cli;

import io.keyreel.geometry.Mask;
import io.keyreel.vision.LabelImage;
import java.util.Map;
import java.util.TreeMap;

/** Puts the masks of all objects into one image a frame, and counts what two of them claim. */
final class PanopticFrames {
  private final ClipFolder clip;
  private final Map<Integer, Map<Integer, Kept>> results;
  private final SegmentOverlaps segments;
  private long twice;

  PanopticFrames(ClipFolder clip, Map<Integer, Map<Integer, Kept>> results) {
    this.clip = clip;
    this.results = results;
    this.segments = new SegmentOverlaps(clip.classes());
  }

  void add(int frame) {
    Map<Integer, Mask> masks = new TreeMap<>();
    long claimed = 0;
    for (Map.Entry<Integer, Map<Integer, Kept>> entry : results.entrySet()) {
      Kept kept = entry.getValue().get(frame);
      if (kept != null) {
        Mask mask = kept.mask(clip.frames());
        masks.put(entry.getKey(), mask);
        claimed += mask.area();
      }
    }
    LabelImage predicted = LabelImage.of(clip.frames().width(), clip.frames().height(), masks);
    int covered = 0;
    for (byte label : predicted.labels()) {
      covered += label == 0 ? 0 : 1;
    }
    twice += claimed - covered;
    segments.add(clip.known(frame), predicted);
  }

  SegmentOverlaps segments() {
    return segments;
  }

  long twice() {
    return twice;
  }
}
