package io.keyreel.cli;

import io.keyreel.assist.flow.RefineSamples;
import io.keyreel.kernel.UserError;
import io.keyreel.synth.ClipGenerator;
import io.keyreel.synth.ClipSpec;
import io.keyreel.synth.GeneratedClip;
import io.keyreel.synth.HardClip;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes what the refinement net of the built-in engine learns from. */
@Command(
    name = "samples",
    hidden = true,
    description =
        "Writes what the flow engine shows its net, beside the truth, of generated clips.",
    mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init")
final class SamplesCommand implements Runnable {
  private static final int[] DISTANCES = {10, 20, 20, 15};
  private static final int FRAMES = 24;
  private static final int[][] SIZES = {{512, 480}, {480, 360}, {544, 480}};

  @Spec private CommandSpec spec;

  @Option(names = "--clips", defaultValue = "200", paramLabel = "N", description = "How many.")
  private int clips;

  @Option(names = "--seed", defaultValue = "100000", paramLabel = "S", description = "First seed.")
  private long seed;

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "The folder.")
  private Path out;

  @Option(names = "--loop", description = "The net carries on what it made of the frame before.")
  private boolean loop;

  @Override
  public void run() {
    ProgressLine progress = new ProgressLine(spec.commandLine().getErr());
    try (RefineSamples samples = new RefineSamples(out, loop)) {
      for (int i = 0; i < clips; i++) {
        PaintedClip clip = new PaintedClip(clip(i));
        samples.add(clip.request(DISTANCES[i % DISTANCES.length]), clip::truth, seed + i);
        progress.report((i + 1.0) / clips, samples.size() + " samples");
      }
    } catch (IOException e) {
      throw new UserError.Invalid("The folder %s cannot be written.".formatted(out), e);
    }
  }

  /** Three in four hard, one a peaceful scene. */
  private GeneratedClip clip(int i) {
    int[] size = SIZES[i % SIZES.length];
    ClipSpec wanted = new ClipSpec(seed + i, size[0], size[1], FRAMES);
    return i % 4 == 3 ? ClipGenerator.generate(wanted) : HardClip.of(wanted);
  }
}
