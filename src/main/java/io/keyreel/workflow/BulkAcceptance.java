package io.keyreel.workflow;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Proposals that are to be accepted together, after a look at a random sample of them.
 *
 * @param state OPEN, ACCEPTED or DROPPED
 * @param frames how many masks it is about
 * @param report what the sample says so far; absent before the first look
 */
public record BulkAcceptance(
    UUID id,
    double threshold,
    String state,
    int frames,
    int spans,
    List<Sample> samples,
    @Nullable Report report) {

  /** A mask to look at; {@code good} is absent before somebody did. */
  public record Sample(
      int number, UUID task, UUID track, int frame, double confidence, @Nullable Boolean good) {}

  /**
   * What accepting all would likely miss.
   *
   * @param share of wrong masks in the sample; {@code low} and {@code high} bound the true share
   *     with 95 % confidence
   * @param missed wrong masks that accepting all would let through, and its bounds
   */
  public record Report(
      int judged,
      int bad,
      double share,
      double low,
      double high,
      int missed,
      int missedLow,
      int missedHigh) {
    private static final double Z = 1.959964;

    /** With Wilson's interval, which holds for small samples, too. */
    static Report of(int judged, int bad, int frames) {
      double share = (double) bad / judged;
      double centre = (share + Z * Z / (2 * judged)) / (1 + Z * Z / judged);
      double half =
          Z
              * Math.sqrt(share * (1 - share) / judged + Z * Z / (4.0 * judged * judged))
              / (1 + Z * Z / judged);
      double low = bad == 0 ? 0 : Math.max(0, centre - half);
      double high = bad == judged ? 1 : Math.min(1, centre + half);
      return new Report(
          judged,
          bad,
          share,
          low,
          high,
          (int) Math.round(share * frames),
          (int) Math.floor(low * frames),
          (int) Math.ceil(high * frames));
    }
  }

  /** Masks of one run in a row, as they were when the sample was drawn. */
  record Span(UUID task, UUID track, int from, int to, UUID run, long generation) {
    boolean holds(Sample sample) {
      return sample.task().equals(task)
          && sample.track().equals(track)
          && sample.frame() >= from
          && sample.frame() < to;
    }
  }
}
