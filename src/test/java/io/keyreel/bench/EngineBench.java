package io.keyreel.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How fast and how well masks are carried, beside the reference engine on the same frames. */
final class EngineBench {
  private static final String REFERENCE = "engine reference";

  private final Path folder;

  EngineBench(Path folder) {
    this.folder = folder;
  }

  /** Speed on one generated clip. */
  List<Figure> speed(Scale scale) throws IOException {
    Path clips = folder.resolve("clips");
    String size = scale.clip().width() + "x" + scale.clip().height();
    Site.Commands.run(
        Map.of(),
        "generate",
        "--clips",
        "1",
        "--seed",
        "77",
        "--size",
        size,
        "--frames",
        Integer.toString(scale.clipFrames()),
        "--out",
        clips.toString());
    double own = millis(eval(clips, "flow", "10").get(0));
    double reference = millis(eval(clips, "reference", "10").get(0));
    return List.of(
        Figure.of("propagation at " + size + ", a frame and object", own, "ms")
            .beside(REFERENCE, reference));
  }

  /** Wall-clock time a frame, shared out to the objects of the clip. */
  private static double millis(JsonNode report) {
    JsonNode clip = report.path("clips").path(0);
    return clip.path("millisPerFrame").asDouble() / clip.path("objects").asInt();
  }

  /** J of every clip and the mean, a keyframe every 10 and every 20 frames. */
  List<Figure> quality(Path clips) throws IOException {
    List<Figure> figures = new ArrayList<>();
    JsonNode own = eval(clips, "flow", "10,20");
    JsonNode reference = eval(clips, "reference", "10,20");
    for (int i = 0; i < own.size(); i++) {
      String every = "J, a keyframe every " + own.get(i).path("every").asInt();
      JsonNode beside = reference.get(i).path("clips");
      int number = 0;
      for (JsonNode clip : own.get(i).path("clips")) {
        figures.add(
            Figure.of(every + ", " + clip.path("clip").asString(), clip.path("j").asDouble(), "")
                .beside(REFERENCE, beside.get(number++).path("j").asDouble()));
      }
      figures.add(
          Figure.of(every + ", mean of clips", own.get(i).path("j").asDouble(), "")
              .beside(REFERENCE, reference.get(i).path("j").asDouble()));
    }
    return figures;
  }

  private JsonNode eval(Path clips, String engine, String every) throws IOException {
    Path json = folder.resolve(engine + ".json");
    Site.Commands.run(
        Map.of("KEYREEL_DATA", folder.toString()),
        "eval",
        "--alone",
        clips.toString(),
        "--engine",
        engine,
        "--every",
        every,
        "--json",
        json.toString());
    return JsonMapper.shared().readTree(Files.readString(json));
  }
}
