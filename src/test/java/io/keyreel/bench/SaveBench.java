package io.keyreel.bench;

import io.keyreel.Operations;
import io.keyreel.geometry.Mask;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** How long a keyframe takes from the request to the answer that it is saved. */
final class SaveBench {
  private static final int BLOCK = 8192;
  private static final int WARM_UP = 10;

  private final Site site;

  SaveBench(Site site) {
    this.site = site;
  }

  /** Returns the figures; draws on the task. */
  List<Figure> run(String task, JsonNode video, Path folder, int saves) throws IOException {
    int width = video.path("width").asInt();
    int height = video.path("height").asInt();
    int frames = video.path("frameCount").asInt();
    List<Double> millis = new ArrayList<>();
    UUID track = UUID.randomUUID();
    for (int i = 0; i < saves + WARM_UP; i++) {
      int frame = i % frames;
      if (frame == 0) {
        track = UUID.randomUUID();
        send(task, Operations.createTrack(track));
      }
      Map<String, ?> op = Operations.keyframe(track, frame, blob(width, height, i));
      long began = System.nanoTime();
      send(task, op);
      if (i >= WARM_UP) {
        millis.add((System.nanoTime() - began) / 1e6);
      }
    }
    Samples saved = new Samples(millis);
    Samples floor = syncs(folder, saves);
    String reference = "8 kB written and synced to this disk";
    return List.of(
        Figure.of("save of a keyframe, p50", saved.p50(), "ms").beside(reference, floor.p50()),
        Figure.of("save of a keyframe, p95", saved.p95(), "ms").beside(reference, floor.p95()));
  }

  private void send(String task, Map<String, ?> op) {
    JsonNode answer = site.post("/tasks/" + task + "/changes", Map.of("ops", List.of(op)));
    String status = answer.path("results").path(0).path("status").asString();
    if (!status.equals("applied")) {
      throw new IllegalStateException("a change was not applied: " + answer);
    }
  }

  /** Least that something durable takes. */
  private static Samples syncs(Path folder, int times) throws IOException {
    List<Double> millis = new ArrayList<>();
    try (FileChannel file =
        FileChannel.open(
            folder.resolve("synced"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      for (int i = 0; i < times; i++) {
        long began = System.nanoTime();
        file.write(ByteBuffer.allocate(BLOCK));
        file.force(false);
        millis.add((System.nanoTime() - began) / 1e6);
      }
    }
    return new Samples(millis);
  }

  private static Mask blob(int width, int height, int i) {
    double cx = width * (0.3 + 0.4 * ((i * 37) % 100) / 100.0);
    double cy = height * 0.5;
    double r = height * 0.25;
    return Mask.of(width, height, (x, y) -> Math.hypot(x - cx, y - cy) < r);
  }
}
