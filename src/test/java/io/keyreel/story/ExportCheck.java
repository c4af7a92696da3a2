package io.keyreel.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.options.RequestOptions;
import io.keyreel.Eventually;
import io.keyreel.exchange.CocoReader;
import io.keyreel.exchange.Zips;
import io.keyreel.geometry.Mask;
import io.keyreel.geometry.MaskShape;
import io.keyreel.geometry.Masks;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Takes a COCO export of a project and holds its masks against those the canvas showed. */
final class ExportCheck {
  private static final JsonMapper JSON = new JsonMapper();

  private final WebPages person;
  private final String project;

  ExportCheck(WebPages person, String project) {
    this.person = person;
    this.project = project;
  }

  void sameAs(Map<Integer, Object> shown, String track) throws IOException {
    Map<String, byte[]> entries = Zips.read(file(create()));
    String name =
        entries.keySet().stream().filter(e -> e.endsWith(".json")).findFirst().orElseThrow();
    JsonNode coco = JSON.readTree(Zips.text(entries, name));
    Map<Long, Integer> frames = new HashMap<>();
    for (JsonNode image : coco.get("images")) {
      String file = image.get("file_name").asString().replaceFirst("\\.[a-z]+$", "");
      frames.put(
          image.get("id").asLong(), Integer.parseInt(file.replaceFirst(".*?([0-9]+)$", "$1")));
    }
    Map<Integer, Mask> exported = new HashMap<>();
    for (JsonNode annotation : coco.get("annotations")) {
      exported.put(
          frames.get(annotation.get("image_id").asLong()),
          CocoReader.mask(annotation.get("segmentation")));
    }
    assertThat(exported).as("frames of track %s in the export", track).containsKeys(0, 30);
    for (Map.Entry<Integer, Object> frame : shown.entrySet()) {
      Mask mask = exported.get(frame.getKey());
      if (mask == null) {
        assertThat(frame.getValue()).as("frame %d", frame.getKey()).isNull();
      } else {
        assertThat(mask)
            .as("frame %d", frame.getKey())
            .isEqualTo(canvas(frame.getValue(), mask.width(), mask.height()));
      }
    }
  }

  private String create() {
    APIResponse made =
        person
            .page()
            .request()
            .post(
                person.address("/api/v1/projects/" + project + "/exports"),
                RequestOptions.create()
                    .setHeader("X-Keyreel-Client", "test")
                    .setData(Map.of("format", "coco", "images", true, "scope", "approved")));
    assertThat(made.ok()).as(made.text()).isTrue();
    return JSON.readTree(made.text()).get("id").asString();
  }

  private byte[] file(String export) {
    String last =
        Eventually.eventually(
            () -> person.page().request().get(person.address("/api/v1/exports/" + export)).text(),
            text -> !JSON.readTree(text).get("state").asString().matches("QUEUED|RUNNING"));
    assertThat(JSON.readTree(last).get("state").asString()).as(last).isEqualTo("DONE");
    return person
        .page()
        .request()
        .get(person.address("/api/v1/exports/" + export + "/file"))
        .body();
  }

  private static Mask canvas(Object wire, int width, int height) {
    JsonNode shape = JSON.valueToTree(wire);
    assertThat(shape.get("type").asString()).isEqualTo("mask");
    return Masks.of(
        new MaskShape(
            shape.get("x").asInt(),
            shape.get("y").asInt(),
            shape.get("width").asInt(),
            shape.get("height").asInt(),
            shape.get("counts").asString()),
        width,
        height);
  }
}
