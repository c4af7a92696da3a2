package io.keyreel.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyreel.KeyreelTest;
import io.keyreel.access.Role;
import io.keyreel.kernel.FrameRange;
import io.keyreel.workflow.Task;
import io.keyreel.workflow.TestTasks;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

@KeyreelTest
class LabelHttpTest {
  private Http http;
  private TestTasks tasks;
  private Task task;
  private Map<String, String> labeler;

  @BeforeEach
  void openTask(@Autowired ApplicationContext context) {
    http = new Http(context);
    tasks = new TestTasks(context);
    task = tasks.task(40);
    tasks.act(task, "claim", tasks.labeler);
    labeler = Http.bearer(tasks.people.token(tasks.labeler));
  }

  private HttpResponse<String> change(Map<String, ?>... ops) {
    return http.send("POST", path("/changes"), labeler, Map.of("ops", List.of(ops)));
  }

  private String path(String rest) {
    return "/api/v1/tasks/" + task.id() + rest;
  }

  private static Map<String, ?> create(UUID op, UUID track) {
    return Map.of(
        "op", op, "kind", "track.create", "track", track, "trackKind", "OBJECT", "classId", "ball");
  }

  private static Map<String, ?> put(UUID track, int frame, long base, Map<String, ?> shape) {
    return Map.of(
        "op",
        UUID.randomUUID(),
        "kind",
        "keyframe.put",
        "base",
        base,
        "track",
        track,
        "frame",
        frame,
        "slot",
        "MASK",
        "shape",
        shape,
        "draft",
        false);
  }

  private static final Map<String, ?> SQUARE =
      Map.of("type", "mask", "x", 2, "y", 3, "width", 2, "height", 2, "counts", "04");

  @Test
  void savesChangesAndTellsThemAgain() {
    UUID track = UUID.randomUUID();
    UUID op = UUID.randomUUID();
    HttpResponse<String> saved = change(create(op, track), put(track, 7, 0, SQUARE));
    assertThat(saved.statusCode()).isEqualTo(200);
    JsonNode results = Http.json(saved).path("results");
    assertThat(results.path(0).path("status").asString()).isEqualTo("applied");
    assertThat(results.path(0).path("number").asInt()).isEqualTo(1);
    assertThat(results.path(1).path("version").asInt()).isEqualTo(1);
    JsonNode again = Http.json(change(create(op, track)));
    assertThat(again.path("results").path(0).path("status").asString()).isEqualTo("replayed");
    JsonNode labels = Http.json(http.send("GET", path("/labels"), labeler));
    assertThat(labels.path("seq").asLong()).isEqualTo(Http.json(saved).path("seq").asLong());
    assertThat(labels.path("tracks").path(0).path("classId").asString()).isEqualTo("ball");
    JsonNode keyframe = labels.path("keyframes").path(0);
    assertThat(keyframe.path("shape")).isEqualTo(Http.JSON.valueToTree(SQUARE));
    assertThat(keyframe.path("author").asString()).isEqualTo(tasks.labeler.id().toString());
    assertThat(labels.path("runs").isArray()).isTrue();
  }

  @Test
  void answersAStaleEditWithWhatStands() {
    UUID track = UUID.randomUUID();
    change(create(UUID.randomUUID(), track), put(track, 7, 0, SQUARE));
    HttpResponse<String> stale = change(put(track, 7, 0, SQUARE), put(track, 8, 0, SQUARE));
    assertThat(stale.statusCode()).isEqualTo(409);
    JsonNode results = Http.json(stale).path("results");
    assertThat(results.path(0).path("status").asString()).isEqualTo("conflict");
    assertThat(results.path(0).path("current").path("version").asInt()).isEqualTo(1);
    assertThat(results.path(1).path("status").asString()).isEqualTo("applied");
    JsonNode history = Http.json(http.send("GET", path("/history"), labeler));
    assertThat(history.path(1).path("applied").asBoolean()).isFalse();
    assertThat(history.path(1).path("author").path("name").asString()).isEqualTo("labeler");
  }

  @Test
  void refusesABrokenOperationAndDoesTheOthers() {
    UUID track = UUID.randomUUID();
    HttpResponse<String> answer =
        change(
            create(UUID.randomUUID(), track),
            put(
                track,
                7,
                0,
                Map.of("type", "mask", "x", 2, "y", 3, "width", -1, "height", 2, "counts", "")),
            put(track, 7, 0, Map.of("type", "blob")),
            Map.of("op", UUID.randomUUID(), "kind", "keyframe.put", "track", track),
            put(track, 9, 0, SQUARE));
    assertThat(answer.statusCode()).isEqualTo(422);
    JsonNode results = Http.json(answer).path("results");
    assertThat(results.path(1).path("message").asString()).contains("has no sense");
    assertThat(results.path(2).path("message").asString()).contains("cannot be read");
    assertThat(results.path(3).path("message").asString()).contains("cannot be read");
    assertThat(results.path(4).path("status").asString()).isEqualTo("applied");
  }

  @Test
  void isReadOnlyOnceSubmitted() {
    UUID track = UUID.randomUUID();
    change(create(UUID.randomUUID(), track));
    tasks.act(task, "submit", tasks.labeler);
    HttpResponse<String> late = change(put(track, 7, 0, SQUARE));
    assertThat(late.statusCode()).isEqualTo(202);
    assertThat(Http.json(late).path("results").path(0).path("status").asString())
        .isEqualTo("branched");
    JsonNode apart = Http.json(http.send("GET", path("/late-edits"), labeler));
    assertThat(apart.path(0).path("edit").path("kind").asString()).isEqualTo("keyframe.put");
    assertThat(apart.path(0).path("difference").path("iou").asDouble()).isZero();
    assertThat(http.send("POST", path("/late-edits/apply"), labeler, Map.of()).statusCode())
        .isEqualTo(403);
    assertThat(run(Map.of()).statusCode()).isIn(403, 422);
  }

  private HttpResponse<String> run(Map<String, ?> request) {
    return http.send("POST", path("/runs"), labeler, request);
  }

  @Test
  void startsTellsAndCancelsARun() {
    UUID track = UUID.randomUUID();
    change(create(UUID.randomUUID(), track), put(track, 7, 0, SQUARE));
    HttpResponse<String> started = run(Map.of("direction", "forward"));
    assertThat(started.statusCode()).isEqualTo(201);
    JsonNode run = Http.json(started);
    assertThat(run.path("from").asInt()).isEqualTo(8);
    assertThat(run.path("to").asInt()).isEqualTo(40);
    assertThat(run.path("tracks").path(0).asString()).isEqualTo(track.toString());
    String path = "/api/v1/runs/" + run.path("id").asString();
    assertThat(http.send("GET", path, labeler).statusCode()).isEqualTo(200);
    JsonNode cancelled = Http.json(http.send("DELETE", path, labeler));
    assertThat(cancelled.path("state").asString()).isIn("CANCELLED", "FAILED");
    Map<String, String> stranger = Http.bearer(tasks.people.token(tasks.people.user("eve")));
    assertThat(http.send("GET", path, stranger).statusCode()).isEqualTo(404);
    assertThat(http.send("GET", path("/labels"), stranger).statusCode()).isEqualTo(404);
  }

  @Test
  void readsMasksDoubtsAndCoverage() {
    UUID track = UUID.randomUUID();
    change(create(UUID.randomUUID(), track), put(track, 7, 0, SQUARE));
    tasks.propose(task, track, new FrameRange(8, 20), 0.4f);
    JsonNode masks = Http.json(http.send("GET", path("/masks?from=10&to=14"), labeler));
    assertThat(masks.path("items").path(0).path("from").asInt()).isEqualTo(10);
    assertThat(masks.path("items").path(0).path("shapes").path(3).path("type").asString())
        .isEqualTo("mask");
    JsonNode doubts = Http.json(http.send("GET", path("/doubts"), labeler));
    assertThat(doubts.path(0).path("frames").path("to").asInt()).isEqualTo(20);
    JsonNode next = Http.json(http.send("GET", path("/next-keyframe?track=" + track), labeler));
    assertThat(next.path("track").asString()).isEqualTo(track.toString());
    assertThat(next.path("frame").asInt()).isEqualTo(13);
    assertThat(next.path("gain").asDouble()).isGreaterThan(1);
    String other = path("/next-keyframe?track=" + UUID.randomUUID());
    assertThat(http.send("GET", other, labeler).statusCode()).isEqualTo(204);
    assertThat(http.send("GET", path("/masks?from=0&to=999"), labeler).statusCode()).isEqualTo(422);
    for (List<Integer> range : List.of(List.of(0, 5), List.of(4, 9), List.of(20, 22))) {
      http.send("POST", path("/coverage"), labeler, Map.of("ranges", List.of(range)));
    }
    assertThat(http.send("GET", path("/coverage"), labeler).body())
        .isEqualTo("{\"ranges\":[[0,9],[20,22]]}");
  }

  @Test
  void keepsTheClassesOfAProject() {
    String path = "/api/v1/projects/" + tasks.project.id() + "/ontology";
    JsonNode now = Http.json(http.send("GET", path, labeler));
    assertThat(now.path("classes")).hasSize(2);
    Map<String, String> lead = Http.bearer(tasks.people.token(tasks.member(Role.LEAD)));
    String body = now.toString();
    assertThat(http.send("PUT", path, labeler, body).statusCode()).isEqualTo(403);
    assertThat(http.send("PUT", path, lead, body).statusCode()).isEqualTo(200);
    assertThat(http.send("PUT", path, lead, body).statusCode()).isEqualTo(409);
    assertThat(http.send("PUT", path, lead, body.replace("#00ff00", "green")).statusCode())
        .isEqualTo(422);
  }
}
