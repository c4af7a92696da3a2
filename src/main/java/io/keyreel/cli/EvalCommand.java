package io.keyreel.cli;

import io.keyreel.assist.Propagator;
import io.keyreel.kernel.UserError;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Measures an engine on clips with truth. */
@Command(
    name = "eval",
    description = "Measures an engine on clips with a mask for every frame.",
    mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init")
final class EvalCommand implements Runnable {
  @Spec private CommandSpec spec;
  @ParentCommand private KeyreelCommand keyreel;

  @Parameters(
      index = "0",
      paramLabel = "CLIPS",
      description = "Folder of clips, each with frames/ and masks/; or one clip.")
  private Path clips;

  @Parameters(
      index = "1..*",
      paramLabel = "PREFIX",
      description = "Only clips whose names start so.")
  private List<String> prefixes = new ArrayList<>();

  @Option(
      names = "--every",
      split = ",",
      defaultValue = "10,20",
      description = "Distances between keyframes.")
  private List<Integer> every;

  @Option(
      names = "--engine",
      defaultValue = "flow",
      description = "flow, reference, or a model pack's name.")
  private String engine;

  @Option(names = "--json", paramLabel = "FILE", description = "Writes the figures as JSON too.")
  private @Nullable Path json;

  @Override
  public void run() {
    for (int distance : every) {
      if (distance < 2) {
        throw new UserError.Invalid(
            "--every %d leaves no frames to measure; give 2 or more.".formatted(distance));
      }
    }
    Propagator propagator = Engines.byName(engine, keyreel.environment());
    List<ClipFolder> folders = ClipFolder.open(clips, prefixes);
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    List<Map<String, Object>> reports = new ArrayList<>();
    for (int distance : every) {
      List<ClipScore> scores = new ArrayList<>();
      ProgressLine progress = new ProgressLine(err);
      for (ClipFolder folder : folders) {
        double done = scores.size();
        scores.add(
            new Evaluation(propagator)
                .run(
                    folder,
                    distance,
                    (part, message) ->
                        progress.report(
                            (done + part) / folders.size(),
                            "every " + distance + ": " + folder.name())));
      }
      EvalReport report = new EvalReport(engine, distance, scores);
      report.print(out);
      reports.add(report.json());
    }
    if (json != null) {
      write(json, reports);
    }
  }

  private static void write(Path file, List<Map<String, Object>> reports) {
    try {
      Files.writeString(
          file,
          JsonMapper.builder()
              .build()
              .writerWithDefaultPrettyPrinter()
              .writeValueAsString(reports));
    } catch (IOException e) {
      throw new UserError.Invalid(
          "The figures cannot be written to %s; give another file.".formatted(file), e);
    }
  }
}
