package io.keyreel.cli;

import io.keyreel.assist.models.ModelCard;
import io.keyreel.assist.models.ModelPack;
import io.keyreel.assist.models.ModelRegistry;
import io.keyreel.assist.models.ModelStatus;
import io.keyreel.assist.models.PackFolders;
import io.keyreel.assist.models.PackSeal;
import io.keyreel.assist.onnx.OnnxCheck;
import io.keyreel.kernel.UserError;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Model packs: what is there, and adding one. */
@Command(
    name = "models",
    description = "Lists, adds and verifies model packs.",
    mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init")
final class ModelsCommand implements Runnable {
  @Spec private CommandSpec spec;
  @ParentCommand private KeyreelCommand keyreel;

  @Override
  public void run() {
    throw new WrongUse("Say what to do with models: list, add or verify.");
  }

  @Command(
      name = "list",
      description = "Shows the packs of the program and of a data folder.",
      mixinStandardHelpOptions = true)
  void list(
      @Option(names = "--data", paramLabel = "DIR", description = "The server's data folder.")
          @Nullable Path data) {
    PrintWriter out = spec.commandLine().getOut();
    ModelRegistry registry = Engines.registry(folder(data));
    List<String> engines = registry.engines();
    out.printf("%-16s %-11s %-9s %-12s %s%n", "name", "kind", "from", "licence", "state");
    for (ModelStatus status : registry.all()) {
      ModelCard card = status.card();
      out.printf(
          "%-16s %-11s %-9s %-12s %s%n",
          status.folder(),
          card == null ? "?" : word(card.kind()),
          status.origin() == ModelStatus.Origin.BUILT_IN ? "built in" : "added",
          card == null ? "?" : card.licence(),
          state(status, engines));
    }
    out.flush();
  }

  private static String state(ModelStatus status, List<String> engines) {
    if (!status.sound()) {
      return "broken: " + status.problem();
    }
    return engines.contains(status.folder()) ? "offered as an engine" : "sound";
  }

  @Command(
      name = "add",
      description = "Verifies a pack and copies it into the data folder.",
      mixinStandardHelpOptions = true)
  void add(
      @Parameters(paramLabel = "DIR", description = "Folder with a model.yaml.") Path pack,
      @Option(names = "--data", paramLabel = "DIR", description = "The server's data folder.")
          @Nullable Path data) {
    Path models = folder(data).resolve("models");
    ModelCard card = PackFolders.add(pack, models, new OnnxCheck());
    spec.commandLine()
        .getOut()
        .printf("%s %s is in %s.%n", card.name(), card.version(), models.resolve(card.name()));
    spec.commandLine().getOut().flush();
  }

  @Command(
      name = "verify",
      description = "Compares files with their cards and tries every network.",
      mixinStandardHelpOptions = true)
  int verify(
      @Parameters(
              arity = "0..*",
              paramLabel = "NAME|DIR",
              description = "Packs, or folders of packs; all packs that are there otherwise.")
          @Nullable List<String> packs,
      @Option(names = "--data", paramLabel = "DIR", description = "The server's data folder.")
          @Nullable Path data) {
    List<ModelStatus> there = Engines.registry(folder(data)).all();
    boolean sound = true;
    if (packs == null || packs.isEmpty()) {
      for (ModelStatus status : there) {
        sound &= tell(status.folder(), status.problem());
      }
    } else {
      for (String pack : packs) {
        sound &= tell(pack, problem(pack, there));
      }
    }
    return sound ? 0 : 1;
  }

  private static @Nullable String problem(String pack, List<ModelStatus> there) {
    for (ModelStatus status : there) {
      if (status.folder().equals(pack)) {
        return status.problem();
      }
    }
    if (!Files.isDirectory(Path.of(pack))) {
      return "There is no model pack %s, and no folder of this name.".formatted(pack);
    }
    try {
      ModelPack.open(Path.of(pack)).verify(new OnnxCheck());
      return null;
    } catch (UserError e) {
      return e.getMessage();
    }
  }

  private boolean tell(String pack, @Nullable String problem) {
    PrintWriter out = spec.commandLine().getOut();
    if (problem == null) {
      out.println(pack + ": sound");
      out.flush();
      return true;
    }
    KeyreelCommand.tell(spec.commandLine().getErr(), new UserError.Invalid(problem));
    return false;
  }

  @Command(
      name = "seal",
      hidden = true,
      description = "Writes the sums of a pack's files into its card, for those who make packs.",
      mixinStandardHelpOptions = true)
  void seal(@Parameters(paramLabel = "DIR", description = "Folder with a model.yaml.") Path pack) {
    PackSeal.seal(pack);
  }

  private Path folder(@Nullable Path data) {
    return data == null ? Engines.dataFolder(keyreel.environment()) : data;
  }

  private static String word(ModelCard.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }
}
