package io.keyreel.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What labelling costs with an engine's help, for each way to place keyframes. */
record AnnotatorReport(String engine, Map<Placement, List<Annotated>> clips) {
  /** The median over the clips of the cost as a share of drawing every frame. */
  double median(Placement placement) {
    double[] shares =
        of(placement).stream().mapToDouble(clip -> clip.share(clip.done())).sorted().toArray();
    return median(shares);
  }

  /** The same, the frames drawn counting as right. */
  double medianDelivered(Placement placement) {
    double[] shares =
        of(placement).stream().mapToDouble(clip -> clip.share(clip.delivered())).sorted().toArray();
    return median(shares);
  }

  List<Annotated> of(Placement placement) {
    return clips.getOrDefault(placement, List.of());
  }

  private static double median(double[] sorted) {
    int n = sorted.length;
    return n == 0 ? 1 : Arrays.stream(sorted, (n - 1) / 2, n / 2 + 1).average().orElseThrow();
  }

  Map<String, @Nullable Object> json() {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("engine", engine);
    json.put("enough", Annotated.ENOUGH);
    json.put(
        "seconds",
        Map.of(
            "mask", ScriptedAnnotator.MASK,
            "correction", ScriptedAnnotator.CORRECTION,
            "look", ScriptedAnnotator.LOOK));
    List<Map<String, Object>> placements = new ArrayList<>();
    clips.forEach((placement, annotated) -> {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("placement", placement.key());
      row.put("meaning", placement.meaning());
      row.put("medianShare", median(placement));
      row.put("medianShareDelivered", medianDelivered(placement));
      row.put("clips", annotated.stream().map(AnnotatorReport::row).toList());
      placements.add(row);
    });
    json.put("placements", placements);
    return json;
  }

  private static Map<String, @Nullable Object> row(Annotated clip) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("clip", clip.clip());
    row.put("frames", clip.frames());
    row.put("everyFrameSeconds", clip.everyFrame());
    row.put("share", clip.share(clip.done()));
    row.put("shareDelivered", clip.share(clip.delivered()));
    row.put("steps", clip.steps());
    return row;
  }
}
