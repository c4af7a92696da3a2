package io.keyreel.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * The figures of one distance between keyframes.
 *
 * @param reference what the reference engine reached on the same clips in the same order
 */
record EvalReport(
    String engine, int every, List<ClipScore> clips, @Nullable List<ClipScore> reference) {

  /** How one slice of all frames went. */
  record SliceFigures(Slice slice, int frames, double j, @Nullable Double referenceJ) {}

  /** Clips count equally, whatever their length. */
  double mean(ToDoubleFunction<ClipScore> value) {
    return clips.stream().mapToDouble(value).average().orElse(0);
  }

  double meanJ() {
    return mean(c -> c.mean(Score::j));
  }

  int switches() {
    return clips.stream().mapToInt(ClipScore::switches).sum();
  }

  List<Score> scores() {
    return clips.stream().flatMap(c -> c.scores().stream()).toList();
  }

  PanopticQuality panopticQuality() {
    PanopticQuality quality = new PanopticQuality();
    clips.forEach(clip -> quality.add(clip.segments()));
    return quality;
  }

  TrackingQuality trackingQuality() {
    TrackingQuality quality = new TrackingQuality();
    clips.forEach(clip -> quality.add(clip.segments()));
    return quality;
  }

  ConfidenceQuality confidence() {
    return ConfidenceQuality.of(scores());
  }

  /** Of the frames where the object is not shown, the share where it is not there; null if none. */
  @Nullable Double hiddenPrecision() {
    return share(s -> !s.shown(), s -> !s.present());
  }

  /** Of the frames where the object is not there, the share where it is not shown; null if none. */
  @Nullable Double hiddenRecall() {
    return share(s -> !s.present(), s -> !s.shown());
  }

  private @Nullable Double share(Predicate<Score> of, Predicate<Score> which) {
    List<Score> all = scores().stream().filter(of).toList();
    return all.isEmpty() ? null : (double) all.stream().filter(which).count() / all.size();
  }

  @Nullable Double referenceJ() {
    return reference == null
        ? null
        : reference.stream().mapToDouble(c -> c.mean(Score::j)).average().orElse(0);
  }

  /** The share of the reference's error that is gone. */
  static @Nullable Double errorCut(double j, @Nullable Double referenceJ) {
    return referenceJ == null || referenceJ >= 1 ? null : 1 - (1 - j) / (1 - referenceJ);
  }

  @Nullable Double referenceJ(ClipScore clip) {
    return reference == null
        ? null
        : reference.stream()
            .filter(r -> r.clip().equals(clip.clip()))
            .findFirst()
            .map(r -> r.mean(Score::j))
            .orElse(null);
  }

  List<SliceFigures> slices() {
    List<SliceFigures> figures = new ArrayList<>();
    for (Slice slice : Slice.values()) {
      double[] own = of(clips, slice);
      if (own.length > 0) {
        Double theirs = reference == null ? null : average(of(reference, slice));
        figures.add(new SliceFigures(slice, own.length, average(own), theirs));
      }
    }
    return figures;
  }

  private static double[] of(List<ClipScore> clips, Slice slice) {
    return clips.stream()
        .flatMap(c -> c.scores().stream())
        .filter(s -> s.slices().contains(slice))
        .mapToDouble(Score::j)
        .toArray();
  }

  private static double average(double[] values) {
    return Arrays.stream(values).average().orElse(0);
  }
}
