package io.keyreel.cli;

import io.keyreel.assist.segment.JudgeFit;
import io.keyreel.kernel.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Fits what chooses between the readings of a prompt, for those who change the segmenter. */
@Command(
    name = "calibrate-prompts",
    hidden = true,
    description =
        "Fits the judge of the segmenter on generated clips and writes judge.txt of io.keyreel.assist.segment.",
    mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init")
final class CalibratePromptsCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Option(names = "--clips", defaultValue = "200", paramLabel = "N", description = "How many.")
  private int clips;

  @Option(names = "--seed", defaultValue = "900000", paramLabel = "S", description = "First seed.")
  private long seed;

  @Option(names = "--out", required = true, paramLabel = "FILE", description = "The resource.")
  private Path out;

  @Override
  public void run() {
    ProgressLine progress = new ProgressLine(spec.commandLine().getErr());
    try {
      Files.writeString(
          out, JudgeFit.fit(clips, i -> PaintedStill.lesson(seed + i), progress::report));
    } catch (IOException e) {
      throw new UserError.Invalid("The file %s cannot be written.".formatted(out), e);
    }
  }
}
