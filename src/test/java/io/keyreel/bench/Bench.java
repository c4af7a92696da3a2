package io.keyreel.bench;

import io.keyreel.Eventually;
import io.keyreel.media.decode.Clips;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/**
 * Measures this program on this machine, each figure beside a reference taken in the same run. It
 * lives with the tests, because it drives a browser as they do.
 */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description = "Measures Keyreel on this machine, beside references taken in the same run.")
final class Bench implements Callable<Integer> {
  private final PrintWriter progress;
  private Scale scale = Scale.FULL;
  private List<String> program = List.of();

  @Option(
      names = "--video",
      paramLabel = "FILE",
      description = "A recording to ingest; one in 720p H.264 is generated otherwise.")
  private @Nullable Path video;

  @Option(
      names = "--clips",
      paramLabel = "DIR",
      description = "Clips with a mask for every frame, to measure the engine's J on.")
  private @Nullable Path clips;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      defaultValue = "bench.json",
      description = "Where the figures go as JSON.")
  private Path out = Path.of("bench.json");

  @Option(names = "--cache", hidden = true, description = "Where FFmpeg is unpacked.")
  private Path cache = Clips.CACHE;

  @Option(names = "--launcher", hidden = true, description = "What starts a server.")
  void launcher(String path) {
    program = List.of(path);
  }

  private Bench(PrintWriter progress) {
    this.progress = progress;
  }

  /** As a test runs it: the smallest sizes, on a server that this program starts. */
  Bench(Scale scale, List<String> program, Path out) {
    this(new PrintWriter(Writer.nullWriter()));
    this.scale = scale;
    this.program = program;
    this.out = out;
  }

  public static void main(String[] args) {
    System.exit(
        new CommandLine(new Bench(new PrintWriter(System.err, true)))
            .setExecutionExceptionHandler((error, command, parsed) -> {
              command.getErr().println("keyreel: the bench cannot go on: " + error.getMessage());
              return 1;
            })
            .execute(args));
  }

  @Override
  public Integer call() throws IOException {
    Report report = measure();
    report.print(new PrintWriter(System.out, true));
    System.out.printf("%nThe figures are in %s.%n", out.toAbsolutePath());
    return 0;
  }

  Report measure() throws IOException {
    Machine machine = Machine.look();
    progress.println(machine.sentence());
    Path folder = Files.createTempDirectory("keyreel-bench");
    try {
      List<Figure> figures = new ArrayList<>();
      withServer(folder, figures);
      EngineBench engine = new EngineBench(folder);
      progress.println("Propagating …");
      figures.addAll(engine.speed(scale));
      if (clips != null) {
        progress.println("Measuring J on the clips …");
        figures.addAll(engine.quality(clips));
      }
      Report report = new Report(machine, Instant.now(), figures);
      report.write(out);
      return report;
    } finally {
      FileSystemUtils.deleteRecursively(folder);
    }
  }

  private void withServer(Path folder, List<Figure> figures) throws IOException {
    Clips ffmpeg = new Clips(folder, cache);
    Path recording = video == null ? generated(ffmpeg) : video;
    Path data = folder.resolve("data");
    int port = freePort();
    progress.println("Starting a server, the second time …");
    ServerProcess first = ServerProcess.start(program, port, data);
    Site site;
    try (first) {
      site = new Site(first.address(), first.adminLink());
    }
    double emptyJvm = emptyJvm();
    try (ServerProcess server = ServerProcess.start(program, port, data)) {
      figures.add(
          Figure.of("start to first page, warm", server.secondsToFirstPage(), "s")
              .beside("a Java that only says its version", emptyJvm));
      ServerProcess.pause(1000L * scale.idleSeconds());
      progress.println("Ingesting …");
      IngestBench.Outcome ingest = new IngestBench(server, site, ffmpeg).run(recording, scale);
      figures.addAll(ingest.figures());
      JsonNode there = site.get("/videos/" + ingest.video());
      String task = task(site, ingest);
      progress.println("Stepping in a browser …");
      figures.addAll(
          new StepBench(site, task, ingest.video()).run(scale, there.path("frameCount").asInt()));
      progress.println("Saving …");
      figures.addAll(new SaveBench(site).run(task, there, folder, scale.saves()));
    }
  }

  private Path generated(Clips ffmpeg) throws IOException {
    Scale.Size size = scale.video();
    progress.println("Generating a recording …");
    return ffmpeg.make(
        "bench.mp4",
        "testsrc2=s=%dx%d:r=25:d=%s,noise=alls=8:allf=t"
            .formatted(size.width(), size.height(), size.frames() / 25.0),
        "-c:v",
        "libopenh264",
        "-b:v",
        "6M",
        "-pix_fmt",
        "yuv420p");
  }

  private static String task(Site site, IngestBench.Outcome ingest) {
    JsonNode tasks =
        Eventually.eventually(
            () -> site.get("/projects/" + ingest.project() + "/tasks"),
            answer -> answer.path("items").valueStream().anyMatch(t -> of(t, ingest)));
    return tasks
        .path("items")
        .valueStream()
        .filter(task -> of(task, ingest))
        .findFirst()
        .orElseThrow()
        .path("id")
        .asString();
  }

  private static boolean of(JsonNode task, IngestBench.Outcome ingest) {
    return task.path("video").path("id").asString().equals(ingest.video())
        || task.path("video").asString("").equals(ingest.video());
  }

  private static double emptyJvm() throws IOException {
    long began = System.nanoTime();
    Process java =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-version")
            .redirectErrorStream(true)
            .start();
    java.getInputStream().readAllBytes();
    return (System.nanoTime() - began) / 1e9;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
