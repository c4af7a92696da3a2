package io.keyreel.cli;

import io.keyreel.kernel.UserError;
import io.keyreel.vision.FrameSource;
import io.keyreel.vision.Image;
import io.keyreel.vision.Images;
import io.keyreel.vision.ShotDetector;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures the shot detector on clips cut together by chance. */
@Command(
    name = "shots",
    description = "Measures how well cuts, fades and dissolves between clips are found.",
    mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init")
final class ShotsCommand implements Runnable {
  private static final int HEIGHT = 90;

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "CLIPS",
      description = "Folder of clips of one shot each, with their pictures in frames/.")
  private Path clips;

  @Option(names = "--reels", defaultValue = "20", description = "How many times they are cut.")
  private int reels;

  @Option(names = "--seed", defaultValue = "1", description = "Chooses order and transitions.")
  private long seed;

  @Option(names = "--errors", description = "Lists what was missed or invented.")
  private boolean errors;

  @Override
  public void run() {
    List<List<Image>> sources = new ArrayList<>();
    ShotScore alone = new ShotScore();
    for (Path folder : folders()) {
      List<Image> clip = small(FrameFolder.open(folder.resolve("frames")));
      sources.add(clip);
      alone.add(folder.getFileName().toString(), ShotReel.unedited(clip));
    }
    ShotScore edited = new ShotScore();
    for (int i = 0; i < reels; i++) {
      edited.add("reel " + i, ShotReel.edited(sources, new Random(seed * 1000 + i)));
    }
    PrintWriter out = spec.commandLine().getOut();
    out.printf("%d clips alone: %d false alarms%n", sources.size(), alone.errors().size());
    out.printf("cuts:    %s%n", edited.cuts);
    out.printf("gradual: %s%n", edited.gradual);
    if (errors) {
      alone.errors().forEach(out::println);
      edited.errors().forEach(out::println);
    }
    out.flush();
  }

  /** What the detector looks at, so that a reel fits into memory. */
  static List<Image> small(FrameSource frames) {
    List<Image> small = new ArrayList<>();
    for (int n = 0; n < frames.frameCount(); n++) {
      small.add(Images.gray(Images.resize(frames.frame(n), ShotDetector.WIDTH, HEIGHT)));
    }
    return small;
  }

  private List<Path> folders() {
    try (Stream<Path> children = Files.list(clips)) {
      List<Path> found =
          children.filter(child -> Files.isDirectory(child.resolve("frames"))).sorted().toList();
      if (found.size() < 2) {
        throw new UserError.Invalid(
            "The folder %s holds fewer than two clips with frames/; give a folder of clips."
                .formatted(clips));
      }
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException("The folder " + clips + " cannot be read", e);
    }
  }
}
