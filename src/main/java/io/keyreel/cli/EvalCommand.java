package io.keyreel.cli;

import io.keyreel.assist.Propagator;
import io.keyreel.assist.flow.ReferencePropagator;
import io.keyreel.kernel.Progress;
import io.keyreel.kernel.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
      description = "flow, plain (flow without its net), reference, or a model pack's name.")
  private String engine;

  @Option(
      names = "--pred",
      paramLabel = "DIR",
      description =
          "Scores the masks in DIR/CLIP instead: NNNNN.png and, if there, confidence.csv.")
  private @Nullable Path pred;

  @Option(names = "--alone", description = "Leaves the reference engine out; takes half the time.")
  private boolean alone;

  @Option(
      names = "--annotator",
      description =
          "Adds keyframes one by one, as a person would, and tells what that costs; --alone leaves other placements out.")
  private boolean annotator;

  @Option(
      names = "--seed",
      defaultValue = "1",
      paramLabel = "N",
      description = "Of the annotator's random placement.")
  private long seed;

  @Option(names = "--json", paramLabel = "FILE", description = "Writes the figures as JSON too.")
  private @Nullable Path json;

  @Option(names = "--html", paramLabel = "FILE", description = "Writes a page with plots, too.")
  private @Nullable Path html;

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
    if (annotator && pred != null) {
      throw new UserError.Invalid(
          "A scripted annotator asks an engine again and again; give --engine instead of --pred.");
    }
    if (annotator) {
      annotate(propagator, folders);
      return;
    }
    EvalTable table = new EvalTable(spec.commandLine().getOut());
    List<EvalReport> reports = new ArrayList<>();
    for (int distance : every) {
      EvalReport report = measure(propagator, folders, distance);
      table.print(report);
      reports.add(report);
    }
    if (json != null) {
      write(json, pretty(reports.stream().map(EvalJson::of).toList()));
    }
    if (html != null) {
      write(html, EvalPage.of(reports));
    }
  }

  private void annotate(Propagator propagator, List<ClipFolder> folders) {
    AnnotatorReport report =
        new AnnotatorTrial(propagator, seed, alone)
            .run(folders, new ProgressLine(spec.commandLine().getErr())::report);
    new AnnotatorTable(spec.commandLine().getOut()).print(report);
    if (json != null) {
      write(json, pretty(report.json()));
    }
    if (html != null) {
      write(html, AnnotatorPage.of(report));
    }
  }

  private static String pretty(Object figures) {
    return JsonMapper.builder()
        .build()
        .writerWithDefaultPrettyPrinter()
        .writeValueAsString(figures);
  }

  private EvalReport measure(Propagator propagator, List<ClipFolder> folders, int distance) {
    boolean beside = !alone && !engine.equals("reference");
    List<ClipScore> scores = new ArrayList<>();
    List<ClipScore> reference = new ArrayList<>();
    ProgressLine progress = new ProgressLine(spec.commandLine().getErr());
    for (ClipFolder folder : folders) {
      Evaluation evaluation = new Evaluation(folder, distance);
      double done = scores.size();
      Propagator measured = pred == null ? propagator : new PredictedMasks(pred, folder);
      scores.add(
          evaluation.run(
              measured,
              (part, message) ->
                  progress.report(
                      (done + part) / folders.size(), "every " + distance + ": " + folder.name())));
      if (beside) {
        reference.add(evaluation.run(new ReferencePropagator(), Progress.NONE));
      }
    }
    String name = pred == null ? engine : pred.toString();
    return new EvalReport(name, distance, scores, beside ? reference : null);
  }

  private static void write(Path file, String content) {
    try {
      Files.writeString(file, content);
    } catch (IOException e) {
      throw new UserError.Invalid(
          "The figures cannot be written to %s; give another file.".formatted(file), e);
    }
  }
}
