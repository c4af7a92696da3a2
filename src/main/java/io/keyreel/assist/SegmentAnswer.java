package io.keyreel.assist;

import io.keyreel.geometry.Masks;
import io.keyreel.geometry.Shape;
import java.util.List;

/**
 * What was meant, as far as the engine can tell.
 *
 * @param confidence the predicted overlap (IoU) of the mask with what was meant, 0 to 1
 * @param candidates other readings, the likeliest first
 */
public record SegmentAnswer(
    String engine, Shape mask, double confidence, List<Candidate> candidates) {

  public record Candidate(Shape mask, double confidence) {}

  static SegmentAnswer of(String engine, List<Segmentation> found) {
    List<Candidate> all =
        found.stream()
            .map(one -> new Candidate(Masks.toShape(one.mask()), rounded(one.predictedIou())))
            .toList();
    Candidate best = all.getFirst();
    return new SegmentAnswer(engine, best.mask, best.confidence, all.subList(1, all.size()));
  }

  private static double rounded(double value) {
    return Math.round(value * 1000) / 1000.0;
  }
}
