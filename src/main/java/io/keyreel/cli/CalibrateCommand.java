package io.keyreel.cli;

import io.keyreel.assist.PropagationRequest;
import io.keyreel.assist.TrackKeyframes;
import io.keyreel.assist.flow.CalibrationFit;
import io.keyreel.assist.models.ModelCard;
import io.keyreel.assist.models.PackSeal;
import io.keyreel.geometry.Mask;
import io.keyreel.kernel.Cancellation;
import io.keyreel.kernel.FrameRange;
import io.keyreel.kernel.UserError;
import io.keyreel.synth.ClipGenerator;
import io.keyreel.synth.ClipSpec;
import io.keyreel.synth.SynthClip;
import io.keyreel.vision.FrameSource;
import io.keyreel.vision.Image;
import io.keyreel.vision.LabelImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Fits the built-in engine's confidence on generated clips, for those who change the engine. */
@Command(
    name = "calibrate",
    hidden = true,
    description =
        "Fits the confidence of the flow engine on generated clips and writes models/flow/confidence.properties.",
    mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init")
final class CalibrateCommand implements Runnable {
  private static final int[] DISTANCES = {8, 12, 24};
  private static final int FRAMES = 25;

  @Spec private CommandSpec spec;

  @Option(names = "--clips", defaultValue = "40", paramLabel = "N", description = "How many.")
  private int clips;

  @Option(names = "--seed", defaultValue = "1000", paramLabel = "S", description = "First seed.")
  private long seed;

  @Option(names = "--out", required = true, paramLabel = "FILE", description = "The resource.")
  private Path out;

  @Override
  public void run() {
    CalibrationFit fit = new CalibrationFit();
    ProgressLine progress = new ProgressLine(spec.commandLine().getErr());
    for (int i = 0; i < clips; i++) {
      Kept clip = new Kept(ClipGenerator.generate(new ClipSpec(seed + i, 640, 360, FRAMES)));
      int distance = DISTANCES[i % DISTANCES.length];
      fit.add(
          request(clip, distance),
          (track, frame) -> clip.labels.get(frame).mask((int) track.getLeastSignificantBits()),
          Cancellation.NEVER);
      progress.report((i + 1.0) / clips, fit.size() + " samples");
    }
    try {
      Files.writeString(out, fit.resource());
      Path pack = out.toAbsolutePath().getParent();
      if (pack != null && Files.exists(pack.resolve(ModelCard.FILE_NAME))) {
        PackSeal.seal(pack);
      }
    } catch (IOException e) {
      throw new UserError.Invalid("The file %s cannot be written.".formatted(out), e);
    }
  }

  private static PropagationRequest request(Kept clip, int distance) {
    List<TrackKeyframes> tracks = new ArrayList<>();
    for (int object = 1; object <= clip.objects; object++) {
      Map<Integer, Mask> drawn = new TreeMap<>();
      for (int t = 0; t < FRAMES; t += distance) {
        drawn.put(t, clip.labels.get(t).mask(object));
      }
      tracks.add(new TrackKeyframes(new UUID(0, object), drawn));
    }
    return new PropagationRequest(clip, tracks, new FrameRange(0, FRAMES), List.of());
  }

  /** A clip whose frames are painted once. */
  private static final class Kept implements FrameSource {
    private final List<Image> frames = new ArrayList<>();
    private final List<LabelImage> labels = new ArrayList<>();
    private final int objects;

    Kept(SynthClip clip) {
      objects = clip.objectNames().size();
      for (int t = 0; t < clip.frameCount(); t++) {
        frames.add(clip.frame(t));
        labels.add(clip.labels(t));
      }
    }

    @Override
    public int width() {
      return frames.getFirst().width();
    }

    @Override
    public int height() {
      return frames.getFirst().height();
    }

    @Override
    public int frameCount() {
      return frames.size();
    }

    @Override
    public Image frame(int number) {
      return frames.get(number);
    }
  }
}
