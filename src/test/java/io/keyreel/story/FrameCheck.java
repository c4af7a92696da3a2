package io.keyreel.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyreel.exchange.Zips;
import io.keyreel.media.decode.Clips;
import io.keyreel.vision.Image;
import io.keyreel.vision.ImageCodec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Frame n of an export, of the annotator and of a sequential decode are one and the same. */
final class FrameCheck {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int STEP = 16;
  // Two JPEG decoders may round differently, the picture is the same.
  private static final double ROUNDING = 2;

  private final WebPages person;
  private final String project;
  private final String task;

  FrameCheck(WebPages person, String project, String task) {
    this.person = person;
    this.project = project;
    this.task = task;
  }

  void sameFrames(Path recording, Path folder) throws IOException {
    ExportPanel exports = new ExportPanel(person, project);
    exports.ask("Native", false);
    Map<String, byte[]> entries = Zips.read(exports.download());
    List<String> decoded = new Clips(folder).hashes(recording);
    String labels =
        entries.keySet().stream()
            .filter(name -> name.startsWith("labels/"))
            .findFirst()
            .orElseThrow();
    int checked = 0;
    for (JsonNode frame : JSON.readTree(Zips.text(entries, labels)).get("frames")) {
      int number = frame.get("frame").asInt();
      assertThat(frame.get("sha256").asString())
          .as("frame %d", number)
          .isEqualTo(decoded.get(number));
      checked++;
    }
    assertThat(checked).isEqualTo(decoded.size());
    person.page().navigate(person.address("/annotate/" + task));
    AnnotatorPage annotator = new AnnotatorPage(person.page());
    for (int number : new int[] {0, 1, 7, 30, 31, decoded.size() - 1}) {
      annotator.goTo(number);
      List<Number> canvas = annotator.samples(number, STEP);
      double own = difference(canvas, picture(entries, number));
      assertThat(own).as("frame %d", number).isLessThan(ROUNDING);
      assertThat(own)
          .as("frame %d is nearer than its neighbour", number)
          .isLessThan(difference(canvas, picture(entries, number == 0 ? 1 : number - 1)));
    }
  }

  private static Image picture(Map<String, byte[]> entries, int frame) {
    String end = "/%06d.jpg".formatted(frame);
    return entries.entrySet().stream()
        .filter(entry -> entry.getKey().endsWith(end))
        .map(entry -> ImageCodec.decode(entry.getValue()))
        .findFirst()
        .orElseThrow();
  }

  /** Per channel and sample, in steps of 255; the canvas has RGB, the picture BGR. */
  private static double difference(List<Number> canvas, Image picture) {
    double sum = 0;
    int at = 0;
    for (int y = 0; y < picture.height(); y += STEP) {
      for (int x = 0; x < picture.width(); x += STEP) {
        for (int channel = 2; channel >= 0; channel--) {
          int value = picture.data()[(y * picture.width() + x) * 3 + channel] & 0xff;
          sum += Math.abs(canvas.get(at++).intValue() - value);
        }
      }
    }
    assertThat(at).isEqualTo(canvas.size());
    return sum / at;
  }
}
