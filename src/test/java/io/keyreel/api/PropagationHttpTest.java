package io.keyreel.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyreel.Eventually;
import io.keyreel.KeyreelTest;
import io.keyreel.Operations;
import io.keyreel.access.Project;
import io.keyreel.access.TestPeople;
import io.keyreel.access.User;
import io.keyreel.geometry.Mask;
import io.keyreel.geometry.MaskShape;
import io.keyreel.geometry.Masks;
import io.keyreel.media.TestVideos;
import io.keyreel.media.Video;
import io.keyreel.media.decode.Clips;
import io.keyreel.workflow.TaskQuery;
import io.keyreel.workflow.Tasks;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/** A recording comes in, two keyframes are drawn, the server carries the mask through. */
@KeyreelTest
class PropagationHttpTest {
  private static final int WIDTH = 160;
  private static final int HEIGHT = 120;

  /** A white square of 40 pixels that goes 20 pixels a second to the right. */
  private static final String MOVING_SQUARE =
      "testsrc2=s=160x120:r=25:d=1[ground];color=c=white:s=40x40:r=25:d=1[square];"
          + "[ground][square]overlay=x=10+20*t:y=40";

  @TempDir private Path folder;
  @Autowired private ApplicationContext context;
  @Autowired private Tasks tasks;

  @Test
  void carriesAMaskThroughARecording() throws IOException {
    TestPeople people = new TestPeople(context);
    User admin = people.siteAdmin();
    Project project = people.project(admin);
    Http http = new Http(context);
    Map<String, String> me = Http.bearer(people.token(admin));
    Path file = new Clips(folder).make("square.mp4", MOVING_SQUARE, "-c:v", "mpeg4", "-q:v", "2");
    Video video = new TestVideos(context).ingest(file, project, admin);
    String task = "/api/v1/tasks/" + task(project, video);

    UUID track = UUID.randomUUID();
    JsonNode saved =
        Http.json(
            http.send(
                "POST",
                task + "/changes",
                me,
                Map.of(
                    "ops",
                    List.of(
                        Operations.createTrack(track),
                        Operations.keyframe(track, 0, truth(0)),
                        Operations.keyframe(track, 24, truth(24))))));
    assertThat(saved.findValuesAsString("status")).containsOnly("applied");

    JsonNode run = Http.json(http.send("POST", task + "/runs", me, Map.of()));
    String address = "/api/v1/runs/" + run.path("id").asString();
    JsonNode end =
        Eventually.eventually(
            () -> Http.json(http.send("GET", address, me)), r -> r.has("finishedAt"));
    assertThat(end.path("state").asString()).as("%s", end).isEqualTo("DONE");

    JsonNode masks = Http.json(http.send("GET", task + "/masks?from=0&to=25", me));
    int frame = 1;
    for (JsonNode item : masks.path("items")) {
      assertThat(item.path("from").asInt()).isEqualTo(frame);
      for (JsonNode shape : item.path("shapes")) {
        assertThat(overlap(shape, frame)).as("frame %d", frame).isGreaterThan(0.8);
        frame++;
      }
    }
    assertThat(frame).isEqualTo(24);
    JsonNode labels = Http.json(http.send("GET", task + "/labels", me));
    assertThat(labels.path("proposals").path(0).path("confidence").path(0).asDouble())
        .isBetween(0.3, 1.0);
    assertThat(labels.path("runs").path(0).path("state").asString()).isEqualTo("DONE");
  }

  private UUID task(Project project, Video video) {
    TaskQuery query = new TaskQuery(null, null, null, video.id(), 0, 1);
    assertThat(Eventually.eventually(() -> !tasks.ofProject(project.id(), query).isEmpty()))
        .isTrue();
    return tasks.ofProject(project.id(), query).getFirst().id();
  }

  private static Mask truth(int frame) {
    int x = (int) Math.round(10 + 0.8 * frame);
    return Mask.of(WIDTH, HEIGHT, (i, j) -> i >= x && i < x + 40 && j >= 40 && j < 80);
  }

  private static double overlap(JsonNode shape, int frame) {
    Mask mask =
        Masks.of(
            new MaskShape(
                shape.path("x").asInt(),
                shape.path("y").asInt(),
                shape.path("width").asInt(),
                shape.path("height").asInt(),
                shape.path("counts").asString()),
            WIDTH,
            HEIGHT);
    Mask truth = truth(frame);
    return (double) mask.intersection(truth) / mask.union(truth);
  }
}
