package io.keyreel.cli;

import io.keyreel.kernel.UserError;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** Brings recordings into a project of a running server. */
@Command(
    name = "ingest",
    description = "Brings recordings into a project of a running server.",
    footer = KeyreelCommand.SERVER_FOOTER,
    mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init")
final class IngestCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @ParentCommand private KeyreelCommand keyreel;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Recordings.")
  private List<Path> files;

  @Mixin private ProjectOption project;

  @Option(names = "--no-wait", description = "Does not wait until the frames are there.")
  private boolean noWait;

  @Override
  public Integer call() {
    for (Path file : files) {
      if (!Files.isRegularFile(file)) {
        throw new UserError.Invalid("There is no file %s; nothing was sent.".formatted(file));
      }
    }
    ServerConnection server = ServerConnection.of(keyreel.environment());
    RemoteProject target = project.find(server);
    int status = 0;
    for (Path file : files) {
      try {
        ingest(server, target, file);
      } catch (UserError e) {
        KeyreelCommand.tell(spec.commandLine().getErr(), e);
        status = 1;
      }
    }
    return status;
  }

  private void ingest(ServerConnection server, RemoteProject target, Path file) {
    PrintWriter out = spec.commandLine().getOut();
    String video;
    try (ProgressLine progress = new ProgressLine(spec.commandLine().getErr())) {
      video = new FileUpload(server, file, progress).send(target);
    }
    if (noWait) {
      out.printf("%s %s%n", video, file.getFileName());
    } else {
      JsonNode ready = wait(server, target, video, file);
      out.printf("%s %d frames %s%n", video, ready.path("frameCount").asInt(), file.getFileName());
      if (ready.hasNonNull("warning")) {
        spec.commandLine().getErr().println(ready.path("warning").asString());
      }
    }
    out.flush();
  }

  private JsonNode wait(ServerConnection server, RemoteProject target, String video, Path file) {
    try (ProgressLine progress = new ProgressLine(spec.commandLine().getErr())) {
      while (true) {
        JsonNode now = server.get("/videos/" + video);
        switch (now.path("state").asString()) {
          case "READY" -> {
            progress.report(1, "decoded " + file.getFileName());
            return now;
          }
          case "REJECTED" ->
              throw new UserError.Invalid(
                  "%s cannot be used: %s".formatted(file, now.path("reason").asString()));
          default -> {
            progress.report(
                0.99 * decoded(server, target, video), "decoding " + file.getFileName());
            ServerConnection.pause();
          }
        }
      }
    }
  }

  private static double decoded(ServerConnection server, RemoteProject target, String video) {
    return server
        .get("/projects/" + target.id() + "/jobs")
        .valueStream()
        .filter(job -> job.path("subject").asString().equals(video))
        .mapToDouble(job -> job.path("progress").asDouble())
        .max()
        .orElse(0);
  }
}
