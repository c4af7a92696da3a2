package io.keyreel.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The figures of one distance between keyframes, as a table and as data. */
record EvalReport(String engine, int every, List<ClipScore> clips) {
  double meanJ() {
    return clips.stream().mapToDouble(c -> c.mean(Score::j)).average().orElse(0);
  }

  double meanF() {
    return clips.stream().mapToDouble(c -> c.mean(Score::f)).average().orElse(0);
  }

  private double meanFlicker() {
    return clips.stream().mapToDouble(ClipScore::flicker).average().orElse(0);
  }

  private double meanMillis() {
    return clips.stream().mapToDouble(ClipScore::millisPerFrame).average().orElse(0);
  }

  ConfidenceQuality confidence() {
    return ConfidenceQuality.of(clips.stream().flatMap(c -> c.scores().stream()).toList());
  }

  void print(PrintWriter out) {
    out.printf(Locale.ROOT, "%nengine %s, a keyframe every %d frames%n", engine, every);
    out.printf("%-26s %7s %7s %8s %7s %9s%n", "clip", "J", "F", "flicker", "conf", "ms/frame");
    for (ClipScore clip : clips) {
      row(
          out,
          clip.clip(),
          clip.mean(Score::j),
          clip.mean(Score::f),
          clip.flicker(),
          clip.mean(Score::confidence),
          clip.millisPerFrame());
    }
    double confidence =
        clips.stream().mapToDouble(c -> c.mean(Score::confidence)).average().orElse(0);
    row(out, "mean", meanJ(), meanF(), meanFlicker(), confidence, meanMillis());
    ConfidenceQuality q = confidence();
    out.printf(
        Locale.ROOT,
        "confidence: ECE %.3f, AUROC %.3f, error in the least confident 10/20/30 %%: %.0f/%.0f/%.0f %%, J<0.7 in the worst fifth: %.0f %%%n",
        q.ece(),
        q.auroc(),
        100 * q.caught10(),
        100 * q.caught20(),
        100 * q.caught30(),
        100 * q.badCaught20());
    out.flush();
  }

  private static void row(
      PrintWriter out, String name, double j, double f, double flicker, double c, double millis) {
    out.printf(
        Locale.ROOT, "%-26s %7.4f %7.4f %8.4f %7.3f %9.0f%n", name, j, f, flicker, c, millis);
  }

  Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("engine", engine);
    json.put("every", every);
    json.put("j", meanJ());
    json.put("f", meanF());
    json.put("flicker", meanFlicker());
    json.put("millisPerFrame", meanMillis());
    json.put("confidence", confidence());
    List<Map<String, Object>> rows = new ArrayList<>();
    for (ClipScore clip : clips) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("clip", clip.clip());
      row.put("objects", clip.objects());
      row.put("j", clip.mean(Score::j));
      row.put("f", clip.mean(Score::f));
      row.put("flicker", clip.flicker());
      row.put("confidence", clip.mean(Score::confidence));
      row.put("millisPerFrame", clip.millisPerFrame());
      rows.add(row);
    }
    json.put("clips", rows);
    return json;
  }
}
