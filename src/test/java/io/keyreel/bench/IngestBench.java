package io.keyreel.bench;

import io.keyreel.media.decode.Clips;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.JsonNode;

/** How quickly a recording comes in, beside FFmpeg decoding it into nothing. */
final class IngestBench {
  private static final int LOOK_EVERY_MILLIS = 100;

  private final ServerProcess server;
  private final Site site;
  private final Clips ffmpeg;

  IngestBench(ServerProcess server, Site site, Clips ffmpeg) {
    this.server = server;
    this.site = site;
    this.ffmpeg = ffmpeg;
  }

  /** A video that was brought in, with what was measured on the way. */
  record Outcome(String project, String video, List<Figure> figures) {}

  Outcome run(Path recording, Scale scale) throws IOException {
    List<Figure> figures = new ArrayList<>();
    double idle = server.residentMegabytes();
    double idleWhole = server.wholeMegabytes();
    int threads = Runtime.getRuntime().availableProcessors();
    String project = site.project("Bench");
    String video = "";
    double ingest = 0;
    double plain = 0;
    Peak peak = new Peak();
    for (int round = 0; round < scale.ingests(); round++) {
      double before = ffmpeg.secondsToDecode(recording, threads);
      video = watched(project, recording, peak);
      double after = ffmpeg.secondsToDecode(recording, threads);
      plain = (before + after) / 2;
      ingest = seconds(project, video);
    }
    int frames = site.get("/videos/" + video).path("frameCount").asInt();
    figures.add(Figure.of("memory, server idle", idle, "MB"));
    figures.add(Figure.of("memory, server and database idle", idleWhole, "MB"));
    figures.add(Figure.of("memory, server at its most in an ingest", peak.own, "MB"));
    figures.add(Figure.of("memory, with database and decoder in an ingest", peak.whole, "MB"));
    figures.add(
        Figure.of("ingest of " + size(video), frames / ingest, "frames/s")
            .beside("ffmpeg -f null, %d threads".formatted(threads), frames / plain));
    return new Outcome(project, video, figures);
  }

  private static final class Peak {
    private volatile double own;
    private volatile double whole;
  }

  private String watched(String project, Path recording, Peak peak) {
    CompletableFuture<String> ingest =
        CompletableFuture.supplyAsync(() -> site.ingest(project, recording));
    while (!ingest.isDone()) {
      peak.own = Math.max(peak.own, server.residentMegabytes());
      peak.whole = Math.max(peak.whole, server.wholeMegabytes());
      ServerProcess.pause(LOOK_EVERY_MILLIS);
    }
    return ingest.join();
  }

  /** What the server's own clock says of the job. */
  private double seconds(String project, String video) {
    for (JsonNode job : site.get("/projects/" + project + "/jobs")) {
      if (job.path("topic").asString().equals("media.ingest")
          && job.path("subject").asString().equals(video)) {
        Instant started = Instant.parse(job.path("startedAt").asString());
        Instant finished = Instant.parse(job.path("finishedAt").asString());
        return Duration.between(started, finished).toNanos() / 1e9;
      }
    }
    throw new IllegalStateException("there is no ingest of " + video);
  }

  private String size(String video) {
    JsonNode found = site.get("/videos/" + video);
    return "%dx%d %s"
        .formatted(
            found.path("width").asInt(),
            found.path("height").asInt(),
            found.path("codec").asString());
  }
}
