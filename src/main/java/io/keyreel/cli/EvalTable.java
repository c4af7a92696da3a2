package io.keyreel.cli;

import java.io.PrintWriter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The figures as text. */
final class EvalTable {
  private final PrintWriter out;

  EvalTable(PrintWriter out) {
    this.out = out;
  }

  void print(EvalReport report) {
    out.printf(
        Locale.ROOT, "%nengine %s, a keyframe every %d frames%n", report.engine(), report.every());
    out.printf(
        "%-26s %7s %7s %7s %8s %6s %6s %7s %6s %7s %7s%n",
        "clip", "J", "F", "J&F", "flicker", "truth", "swaps", "ref J", "error", "conf", "ms/fr");
    for (ClipScore clip : report.clips()) {
      row(clip.clip(), clip.mean(Score::j), clip.mean(Score::f), clip.flicker());
      rest(
          clip.truthFlicker(),
          clip.switches(),
          clip.mean(Score::j),
          report.referenceJ(clip),
          clip.mean(Score::confidence),
          clip.millisPerFrame());
    }
    row(
        "mean",
        report.meanJ(),
        report.mean(c -> c.mean(Score::f)),
        report.mean(ClipScore::flicker));
    rest(
        report.mean(ClipScore::truthFlicker),
        report.switches(),
        report.meanJ(),
        report.referenceJ(),
        report.mean(c -> c.mean(Score::confidence)),
        report.mean(ClipScore::millisPerFrame));
    confidence(report);
    panoptic(report);
    for (EvalReport.SliceFigures slice : report.slices()) {
      out.printf(
          Locale.ROOT,
          "  %-16s %6d frames  J %.4f  ref %s  %s%n",
          slice.slice().key(),
          slice.frames(),
          slice.j(),
          number(slice.referenceJ()),
          slice.slice().meaning());
    }
    out.flush();
  }

  private void row(String name, double j, double f, double flicker) {
    out.printf(Locale.ROOT, "%-26s %7.4f %7.4f %7.4f %8.4f", name, j, f, (j + f) / 2, flicker);
  }

  private void rest(
      double truthFlicker,
      int switches,
      double j,
      @Nullable Double reference,
      double confidence,
      double millis) {
    Double cut = EvalReport.errorCut(j, reference);
    out.printf(
        Locale.ROOT,
        " %6.4f %6d %7s %6s %7.3f %7.0f%n",
        truthFlicker,
        switches,
        number(reference),
        cut == null ? "–" : String.format(Locale.ROOT, "%+.0f %%", -100 * cut),
        confidence,
        millis);
  }

  private void confidence(EvalReport report) {
    ConfidenceQuality q = report.confidence();
    out.printf(
        Locale.ROOT,
        "confidence: ECE %.3f, AUROC %.3f, AURC %.4f, error in the least confident 10/20/30 %%: %.0f/%.0f/%.0f %%,"
            + " J<0.7 in the worst fifth: %.0f %%, mean J of the rest %.4f%n",
        q.ece(),
        q.auroc(),
        q.aurc(),
        100 * q.caught10(),
        100 * q.caught20(),
        100 * q.caught30(),
        100 * q.badCaught20(),
        q.accepted20());
    out.printf(
        Locale.ROOT,
        "not shown: precision %s, recall %s; most memory %d MB%n",
        number(report.hiddenPrecision()),
        number(report.hiddenRecall()),
        report.clips().stream().mapToLong(ClipScore::peakMegabytes).max().orElse(0));
  }

  private void panoptic(EvalReport report) {
    TrackingQuality tracking = report.trackingQuality();
    StringBuilder windows = new StringBuilder();
    report
        .panopticQuality()
        .byWindow()
        .forEach((k, value) -> windows.append(String.format(Locale.ROOT, " %.4f/%d", value, k)));
    out.printf(
        Locale.ROOT,
        "panoptic: VPQ %.4f (in windows of so many frames:%s), STQ %.4f (AQ %.4f, SQ %.4f), pixels claimed twice: %d%n",
        report.panopticQuality().value(),
        windows,
        tracking.value(),
        tracking.association(),
        tracking.segmentation(),
        report.clips().stream().mapToLong(ClipScore::twice).sum());
  }

  private static String number(@Nullable Double value) {
    return value == null ? "–" : String.format(Locale.ROOT, "%.4f", value);
  }
}
