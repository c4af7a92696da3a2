package io.keyreel.cli;

import io.keyreel.assist.Propagator;
import io.keyreel.kernel.Progress;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Lets a scripted annotator work through clips, once for each way to place keyframes. */
final class AnnotatorTrial {
  private final Propagator engine;
  private final long seed;
  private final List<Placement> placements;

  /**
   * @param alone whether to leave out the placements to compare with
   */
  AnnotatorTrial(Propagator engine, long seed, boolean alone) {
    this.engine = engine;
    this.seed = seed;
    this.placements = alone ? List.of(Placement.LEAST_SURE) : List.of(Placement.values());
  }

  AnnotatorReport run(List<ClipFolder> clips, Progress progress) {
    Map<Placement, List<Annotated>> annotated = new EnumMap<>(Placement.class);
    int total = clips.size() * placements.size();
    int done = 0;
    for (ClipFolder clip : clips) {
      List<Integer> cuts = ClipCuts.of(clip.frames());
      for (Placement placement : placements) {
        double before = done++;
        ScriptedAnnotator annotator = new ScriptedAnnotator(clip, cuts, engine, placement, seed);
        annotated
            .computeIfAbsent(placement, p -> new ArrayList<>())
            .add(
                annotator.work((part, message) ->
                    progress.report((before + part) / total, clip.name() + ", " + message)));
      }
    }
    return new AnnotatorReport(engine.name(), annotated);
  }
}
