package io.keyreel.cli;

import io.keyreel.kernel.UserError;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** Fetches the labels of a project of a running server. */
@Command(
    name = "export",
    description = "Fetches the labels of a project of a running server.",
    footer = KeyreelCommand.SERVER_FOOTER,
    mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init")
final class ExportCommand implements Runnable {
  private static final Set<String> FORMATS = Set.of("coco", "youtube-vis", "davis", "native");

  @Spec private CommandSpec spec;
  @ParentCommand private KeyreelCommand keyreel;

  @Mixin private ProjectOption project;

  @Option(
      names = "--format",
      required = true,
      paramLabel = "F",
      description = "coco, youtube-vis, davis or native.")
  private String format;

  @Option(names = "--images", description = "The pictures go in too.")
  private boolean images;

  @Option(names = "--scope", defaultValue = "approved", description = "approved or all labels.")
  private String scope;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "The zip file to write.")
  private Path out;

  @Option(names = "--force", description = "Replaces the file when it is there.")
  private boolean force;

  @Override
  public void run() {
    if (!FORMATS.contains(format)) {
      throw new WrongUse(
          "There is no export format \"%s\"; use coco, youtube-vis, davis or native."
              .formatted(format));
    }
    if (!scope.equals("approved") && !scope.equals("all")) {
      throw new WrongUse(
          "There is no scope \"%s\"; export approved or all labels.".formatted(scope));
    }
    DownloadTarget target = DownloadTarget.of(out, force);
    ServerConnection server = ServerConnection.of(keyreel.environment());
    RemoteProject source = project.find(server);
    JsonNode asked =
        server.post(
            "/projects/" + source.id() + "/exports",
            Map.of("format", format, "images", images, "scope", scope));
    JsonNode made = wait(server, asked.path("id").asString());
    fetch(server, made, target);
    report(made);
  }

  private JsonNode wait(ServerConnection server, String export) {
    try (ProgressLine progress = new ProgressLine(spec.commandLine().getErr())) {
      while (true) {
        JsonNode now = server.get("/exports/" + export);
        switch (now.path("state").asString()) {
          case "DONE" -> {
            progress.report(1, "made");
            return now;
          }
          case "FAILED" ->
              throw new UserError.Invalid(
                  "The export failed: %s".formatted(now.path("error").asString()));
          case "CANCELLED" -> throw new UserError.Invalid("The export was cancelled.");
          default -> {
            progress.report(0.99 * now.path("progress").asDouble(), "making the file");
            ServerConnection.pause();
          }
        }
      }
    }
  }

  private void fetch(ServerConnection server, JsonNode made, DownloadTarget target) {
    try (ProgressLine progress = new ProgressLine(spec.commandLine().getErr())) {
      target.fetch(
          server,
          "/exports/" + made.path("id").asString() + "/file",
          made.path("sizeBytes").asLong(),
          made.path("sha256").asString(),
          progress);
    }
  }

  private void report(JsonNode made) {
    PrintWriter err = spec.commandLine().getErr();
    made.path("losses").forEach(loss -> err.println("Not in this format: " + loss.asString()));
    err.flush();
    PrintWriter writer = spec.commandLine().getOut();
    writer.printf(
        "%s, %,d bytes, snapshot %d%n",
        out, made.path("sizeBytes").asLong(), made.path("snapshot").asInt());
    writer.flush();
  }
}
