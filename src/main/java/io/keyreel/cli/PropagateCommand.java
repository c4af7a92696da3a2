package io.keyreel.cli;

import io.keyreel.assist.PropagationRequest;
import io.keyreel.assist.Propagator;
import io.keyreel.assist.TrackKeyframes;
import io.keyreel.geometry.Mask;
import io.keyreel.kernel.Cancellation;
import io.keyreel.kernel.FrameRange;
import io.keyreel.kernel.UserError;
import io.keyreel.vision.LabelImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Carries the masks of keyframes through a folder of frames. */
@Command(
    name = "propagate",
    description = "Carries the masks of keyframes through a folder of frames.",
    mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init")
final class PropagateCommand implements Runnable {
  @Spec private CommandSpec spec;
  @ParentCommand private KeyreelCommand keyreel;

  @Parameters(paramLabel = "FRAMES", description = "Folder of frames: 00000.jpg, 00001.jpg …")
  private Path frames;

  @Parameters(
      paramLabel = "MASKS",
      description = "Folder of indexed PNGs named like frames; only keyframes are there.")
  private Path masks;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "New folder for a PNG per frame and confidence.csv.")
  private Path out;

  @Option(
      names = "--engine",
      defaultValue = "flow",
      description = "flow, reference, or a model pack's name.")
  private String engine;

  @Option(names = "--across-cuts", description = "Carries masks over cuts, too.")
  private boolean acrossCuts;

  @Override
  public void run() {
    Propagator propagator = Engines.byName(engine, keyreel.environment());
    FrameFolder source = FrameFolder.open(frames);
    MaskFolder keyframes = MaskFolder.open(masks, source);
    if (keyframes.objects().isEmpty()) {
      throw new UserError.Invalid(
          "No mask in %s shows an object; paint at least one with an id from 1 to 255."
              .formatted(masks));
    }
    try (ResultFolder results = ResultFolder.create(out)) {
      Map<Integer, Map<Integer, Kept>> found = new TreeMap<>();
      propagator.propagate(
          request(source, keyframes),
          chunk -> {
            int object = (int) chunk.track().getLeastSignificantBits();
            for (int i = 0; i < chunk.results().size(); i++) {
              found
                  .computeIfAbsent(chunk.frames().from() + i, f -> new TreeMap<>())
                  .put(object, Kept.of(chunk.results().get(i)));
            }
          },
          new ProgressLine(spec.commandLine().getErr()),
          Cancellation.NEVER);
      results.write(source, keyframes, found);
      results.commit();
    }
  }

  private PropagationRequest request(FrameFolder source, MaskFolder keyframes) {
    List<TrackKeyframes> tracks = new ArrayList<>();
    for (int object : keyframes.objects()) {
      Map<Integer, Mask> drawn = new TreeMap<>();
      for (Map.Entry<Integer, LabelImage> entry : keyframes.images().entrySet()) {
        drawn.put(entry.getKey(), entry.getValue().mask(object));
      }
      tracks.add(new TrackKeyframes(new UUID(0, object), drawn));
    }
    return new PropagationRequest(
        source,
        tracks,
        new FrameRange(0, source.frameCount()),
        acrossCuts ? List.of() : ClipCuts.of(source));
  }
}
