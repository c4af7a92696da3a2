package io.keyreel.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyreel.Eventually;
import io.keyreel.KeyreelTest;
import io.keyreel.access.Project;
import io.keyreel.access.TestPeople;
import io.keyreel.access.User;
import io.keyreel.geometry.Mask;
import io.keyreel.geometry.MaskShape;
import io.keyreel.geometry.Masks;
import io.keyreel.geometry.Metrics;
import io.keyreel.media.TestVideos;
import io.keyreel.media.Video;
import io.keyreel.media.decode.Clips;
import io.keyreel.workflow.TaskQuery;
import io.keyreel.workflow.Tasks;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/** A person points at something on a frame and gets its mask. */
@KeyreelTest
class SegmentHttpTest {
  private static final String SQUARE =
      "color=c=0x305030:s=320x240:r=25:d=1[ground];color=c=0xd0a040:s=80x80:r=25:d=1[square];"
          + "[ground][square]overlay=x=60+50*t:y=70";
  private static final Map<String, Object> CLICK = Map.of("type", "point", "x", 100, "y", 110);

  @TempDir private Path folder;
  @Autowired private ApplicationContext context;
  @Autowired private Tasks tasks;
  private Http http;
  private Map<String, String> me;
  private String address;

  @BeforeEach
  void bringIn() throws IOException {
    TestPeople people = new TestPeople(context);
    User admin = people.siteAdmin();
    Project project = people.project(admin);
    http = new Http(context);
    me = Http.bearer(people.token(admin));
    Path file = new Clips(folder).make("square.mp4", SQUARE, "-c:v", "mpeg4", "-q:v", "2");
    Video video = new TestVideos(context).ingest(file, project, admin);
    TaskQuery query = new TaskQuery(null, null, null, video.id(), 0, 1);
    assertThat(Eventually.eventually(() -> !tasks.ofProject(project.id(), query).isEmpty()))
        .isTrue();
    address =
        "/api/v1/tasks/%s/segment".formatted(tasks.ofProject(project.id(), query).getFirst().id());
  }

  @Test
  void eachKindOfPromptFindsTheSquare() {
    Map<String, ?> box = Map.of("type", "box", "x", 50, "y", 60, "width", 100, "height", 100);
    Map<String, ?> scribble =
        Map.of("type", "scribble", "points", List.of(70, 80, 130, 140), "in", true);
    Map<String, ?> rough =
        Map.of(
            "type",
            "mask",
            "mask",
            Map.of("type", "ellipse", "cx", 100, "cy", 110, "rx", 38, "ry", 38, "angle", 0));
    for (Map<String, ?> prompt : List.of(CLICK, box, scribble, rough)) {
      JsonNode answer = answer(0, prompt);
      assertThat(overlap(answer)).as("%s", prompt).isGreaterThan(0.9);
      assertThat(answer.path("confidence").asDouble()).isBetween(0.3, 1.0);
      assertThat(answer.path("engine").asString()).isEqualTo("regions");
    }
  }

  @Test
  void theSamePromptsGetTheSameAnswer() {
    Map<String, ?> out = Map.of("type", "point", "x", 200, "y", 200, "in", false);

    assertThat(answer(3, CLICK, out)).isEqualTo(answer(3, CLICK, out));
  }

  @Test
  void whatMakesNoSenseIsRefusedInASentence() {
    refused(Map.of("prompts", List.of(CLICK)), "The frame is missing");
    refused(Map.of("frame", 25, "prompts", List.of(CLICK)), "There is no frame 25");
    refused(Map.of("frame", -1, "prompts", List.of(CLICK)), "There is no frame -1");
    refused(Map.of("frame", 0), "There is no prompt");
    refused(Map.of("frame", 0, "prompts", List.of()), "There is no prompt");
    refused(
        Map.of("frame", 0, "prompts", List.of(Map.of("type", "point", "x", 900, "y", 4))),
        "The point (900.0, 4.0) lies outside the picture of 320 by 240");
    refused(
        Map.of(
            "frame",
            0,
            "prompts",
            List.of(Map.of("type", "box", "x", -9, "y", 1, "width", 9, "height", 5))),
        "holds no pixel");
    refused(Map.of("frame", 0, "prompts", List.of(Map.of("type", "scribble"))), "A scribble needs");
    refused(Map.of("frame", 0, "prompts", List.of(Map.of("type", "mask"))), "empty mask");
  }

  private void refused(Map<String, ?> body, String sentence) {
    HttpResponse<String> response = http.send("POST", address, me, body);
    assertThat(response.statusCode()).as("%s", body).isEqualTo(422);
    assertThat(Http.json(response).path("message").asString()).contains(sentence);
  }

  @SafeVarargs
  private final JsonNode answer(int frame, Map<String, ?>... prompts) {
    HttpResponse<String> response =
        http.send("POST", address, me, Map.of("frame", frame, "prompts", List.of(prompts)));
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return Http.json(response);
  }

  private static double overlap(JsonNode answer) {
    JsonNode mask = answer.path("mask");
    Mask found =
        Masks.of(
            new MaskShape(
                mask.path("x").asInt(),
                mask.path("y").asInt(),
                mask.path("width").asInt(),
                mask.path("height").asInt(),
                mask.path("counts").asString()),
            320,
            240);
    return Metrics.iou(
        found, Mask.of(320, 240, (x, y) -> x >= 60 && x < 140 && y >= 70 && y < 150));
  }
}
