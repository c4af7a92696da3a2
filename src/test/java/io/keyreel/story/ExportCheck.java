package io.keyreel.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyreel.exchange.CocoReader;
import io.keyreel.exchange.Zips;
import io.keyreel.geometry.Mask;
import io.keyreel.geometry.Masks;
import io.keyreel.geometry.Shape;
import io.keyreel.labels.ShapesModule;
import io.keyreel.vision.IndexedPng;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Exports a project of one track by the page, in each format, and holds it against the canvas. */
final class ExportCheck {
  private static final JsonMapper JSON = JsonMapper.builder().addModule(new ShapesModule()).build();

  private final ExportPanel exports;
  private final Map<Integer, Object> shown;
  private int width;
  private int height;

  /**
   * @param shown what the canvas shows of the track, as the wire has it, by frame
   */
  ExportCheck(WebPages person, String project, Map<Integer, Object> shown) {
    this.exports = new ExportPanel(person, project);
    this.shown = shown;
  }

  void sameInAllFormats() throws IOException {
    same("COCO", coco(entries("COCO")));
    same("YouTube-VIS", youtubeVis(entries("YouTube-VIS")));
    same("DAVIS", davis(entries("DAVIS")));
    same("Native", plain(entries("Native")));
  }

  private Map<String, byte[]> entries(String format) throws IOException {
    exports.ask(format, false);
    return Zips.read(exports.download());
  }

  private void same(String format, Map<Integer, Mask> exported) {
    assertThat(exported).as(format).containsKeys(0, 30);
    for (Map.Entry<Integer, Object> frame : shown.entrySet()) {
      Mask mask = exported.get(frame.getKey());
      if (frame.getValue() == null) {
        assertThat(mask == null || mask.area() == 0)
            .as("%s, frame %d", format, frame.getKey())
            .isTrue();
      } else {
        assertThat(mask)
            .as("%s, frame %d", format, frame.getKey())
            .isEqualTo(mask(JSON.valueToTree(frame.getValue())));
      }
    }
  }

  private Map<Integer, Mask> coco(Map<String, byte[]> entries) {
    JsonNode coco = json(entries, "instances");
    Map<Long, Integer> frames = new HashMap<>();
    for (JsonNode image : coco.get("images")) {
      frames.put(image.get("id").asLong(), number(image.get("file_name").asString()));
      width = image.get("width").asInt();
      height = image.get("height").asInt();
    }
    Map<Integer, Mask> masks = new HashMap<>();
    for (JsonNode annotation : coco.get("annotations")) {
      masks.put(
          frames.get(annotation.get("image_id").asLong()),
          CocoReader.mask(annotation.get("segmentation")));
    }
    return masks;
  }

  private static Map<Integer, Mask> youtubeVis(Map<String, byte[]> entries) {
    JsonNode file = json(entries, "instances");
    JsonNode names = file.get("videos").get(0).get("file_names");
    assertThat(file.get("annotations")).hasSize(1);
    JsonNode pieces = file.get("annotations").get(0).get("segmentations");
    Map<Integer, Mask> masks = new HashMap<>();
    for (int i = 0; i < pieces.size(); i++) {
      if (!pieces.get(i).isNull()) {
        masks.put(number(names.get(i).asString()), CocoReader.mask(pieces.get(i)));
      }
    }
    return masks;
  }

  private static Map<Integer, Mask> davis(Map<String, byte[]> entries) {
    Map<Integer, Mask> masks = new HashMap<>();
    entries.forEach((name, bytes) -> {
      if (name.startsWith("Annotations/")) {
        masks.put(number(name), IndexedPng.read(bytes).mask(1));
      }
    });
    return masks;
  }

  private Map<Integer, Mask> plain(Map<String, byte[]> entries) {
    Map<Integer, Mask> masks = new HashMap<>();
    for (JsonNode frame : json(entries, "labels/").get("frames")) {
      for (JsonNode shape : frame.get("shapes")) {
        masks.put(frame.get("frame").asInt(), mask(shape.get("shape")));
      }
    }
    return masks;
  }

  private Mask mask(JsonNode shape) {
    return Masks.of(JSON.treeToValue(shape, Shape.class), width, height);
  }

  private static JsonNode json(Map<String, byte[]> entries, String part) {
    String name =
        entries.keySet().stream()
            .filter(each -> each.contains(part) && each.endsWith(".json"))
            .findFirst()
            .orElseThrow(() -> new AssertionError(entries.keySet()));
    return JSON.readTree(Zips.text(entries, name));
  }

  private static int number(String file) {
    return Integer.parseInt(file.replaceFirst("\\.[a-z]+$", "").replaceFirst(".*?([0-9]+)$", "$1"));
  }
}
