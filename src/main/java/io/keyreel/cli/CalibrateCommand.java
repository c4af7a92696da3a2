package io.keyreel.cli;

import io.keyreel.assist.flow.CalibrationFit;
import io.keyreel.assist.models.ModelCard;
import io.keyreel.assist.models.PackSeal;
import io.keyreel.kernel.Cancellation;
import io.keyreel.kernel.UserError;
import io.keyreel.synth.ClipGenerator;
import io.keyreel.synth.ClipSpec;
import io.keyreel.synth.GeneratedClip;
import io.keyreel.synth.HardClip;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
      PaintedClip clip = new PaintedClip(clip(new ClipSpec(seed + i, 640, 360, FRAMES), i));
      fit.add(clip.request(DISTANCES[i % DISTANCES.length]), clip::truth, Cancellation.NEVER);
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

  /** A peaceful scene and a hard one in turn: it has to know both. */
  private static GeneratedClip clip(ClipSpec wanted, int i) {
    return i % 2 == 0 ? ClipGenerator.generate(wanted) : HardClip.of(wanted);
  }
}
