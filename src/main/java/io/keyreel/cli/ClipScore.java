package io.keyreel.cli;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * One clip's result.
 *
 * @param every the distance between keyframes
 * @param flicker how much masks jump from frame to frame
 * @param truthFlicker how much the truth does, measured the same way
 * @param switches how often a mask moves over to another object
 * @param millisPerFrame wall-clock time
 * @param peakMegabytes the most memory the process has held so far
 * @param segments what panoptic measures rest on
 * @param twice how many pixels two masks claim
 * @param sheet pictures of the worst frame
 */
record ClipScore(
    String clip,
    int every,
    int objects,
    List<Score> scores,
    double flicker,
    double truthFlicker,
    int switches,
    double millisPerFrame,
    long peakMegabytes,
    SegmentOverlaps segments,
    long twice,
    ContactSheet sheet) {
  double panopticQuality() {
    return new PanopticQuality().add(segments).value();
  }

  double trackingQuality() {
    return new TrackingQuality().add(segments).value();
  }

  double mean(ToDoubleFunction<Score> value) {
    return scores.stream().mapToDouble(value).average().orElse(1);
  }
}
