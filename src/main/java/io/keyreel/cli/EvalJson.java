package io.keyreel.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The figures as data. */
final class EvalJson {
  private EvalJson() {}

  static Map<String, @Nullable Object> of(EvalReport report) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("engine", report.engine());
    json.put("every", report.every());
    json.put("j", report.meanJ());
    json.put("f", report.mean(c -> c.mean(Score::f)));
    json.put("jAndF", report.mean(c -> c.mean(Score::jAndF)));
    json.put("flicker", report.mean(ClipScore::flicker));
    json.put("truthFlicker", report.mean(ClipScore::truthFlicker));
    json.put("identitySwitches", report.switches());
    json.put("hiddenPrecision", report.hiddenPrecision());
    json.put("hiddenRecall", report.hiddenRecall());
    json.put("vpq", report.panopticQuality().value());
    json.put("vpqByWindow", report.panopticQuality().byWindow());
    TrackingQuality tracking = report.trackingQuality();
    json.put("stq", tracking.value());
    json.put("associationQuality", tracking.association());
    json.put("segmentationQuality", tracking.segmentation());
    json.put("pixelsTwice", report.clips().stream().mapToLong(ClipScore::twice).sum());
    json.put("referenceJ", report.referenceJ());
    json.put("errorCut", EvalReport.errorCut(report.meanJ(), report.referenceJ()));
    json.put("millisPerFrame", report.mean(ClipScore::millisPerFrame));
    json.put(
        "peakMegabytes",
        report.clips().stream().mapToLong(ClipScore::peakMegabytes).max().orElse(0));
    json.put("confidence", report.confidence());
    json.put("slices", slices(report));
    json.put("clips", report.clips().stream().map(c -> clip(report, c)).toList());
    return json;
  }

  private static List<Map<String, @Nullable Object>> slices(EvalReport report) {
    List<Map<String, @Nullable Object>> slices = new ArrayList<>();
    for (EvalReport.SliceFigures figures : report.slices()) {
      Map<String, @Nullable Object> slice = new LinkedHashMap<>();
      slice.put("slice", figures.slice().key());
      slice.put("meaning", figures.slice().meaning());
      slice.put("frames", figures.frames());
      slice.put("j", figures.j());
      slice.put("referenceJ", figures.referenceJ());
      slices.add(slice);
    }
    return slices;
  }

  private static Map<String, @Nullable Object> clip(EvalReport report, ClipScore clip) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("clip", clip.clip());
    row.put("objects", clip.objects());
    row.put("j", clip.mean(Score::j));
    row.put("f", clip.mean(Score::f));
    row.put("jAndF", clip.mean(Score::jAndF));
    row.put("flicker", clip.flicker());
    row.put("truthFlicker", clip.truthFlicker());
    row.put("identitySwitches", clip.switches());
    row.put("vpq", clip.panopticQuality());
    row.put("stq", clip.trackingQuality());
    row.put("pixelsTwice", clip.twice());
    row.put("referenceJ", report.referenceJ(clip));
    row.put("errorCut", EvalReport.errorCut(clip.mean(Score::j), report.referenceJ(clip)));
    row.put("confidence", clip.mean(Score::confidence));
    row.put("millisPerFrame", clip.millisPerFrame());
    row.put("peakMegabytes", clip.peakMegabytes());
    return row;
  }
}
