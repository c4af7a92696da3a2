package io.keyreel.api;

import static io.keyreel.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyreel.KeyreelTest;
import io.keyreel.access.User;
import io.keyreel.exchange.TestPacks;
import io.keyreel.labels.OpReader;
import io.keyreel.workflow.Task;
import io.keyreel.workflow.TestTasks;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@KeyreelTest
class WorkflowHttpTest {
  @Autowired private ApplicationContext context;
  @Autowired private OpReader ops;
  @Autowired private JsonMapper mapper;

  private TestTasks world;
  private Http http;

  @BeforeEach
  void prepare() {
    world = new TestTasks(context);
    http = new Http(context);
  }

  @Test
  void aTaskGoesItsWayOverTheWire() {
    Task task = world.task(10);
    String project = "/api/v1/projects/" + world.project.id();
    HttpResponse<String> next = post(world.labeler, project + "/next-task", Map.of());
    assertThat(next.statusCode()).isEqualTo(200);
    JsonNode view = Http.json(next);
    assertThat(view.get("id").asString()).isEqualTo(task.id().toString());
    assertThat(view.get("editable").asBoolean()).isTrue();
    assertThat(view.get("actions")).extracting(JsonNode::asString).contains("submit", "release");
    assertThat(view.get("video").get("frameCount").asInt()).isEqualTo(10);
    assertThat(view.get("ontology").get("classes")).hasSize(2);
    assertThat(Http.json(post(world.labeler, project + "/next-task", Map.of())).get("id"))
        .isEqualTo(view.get("id"));

    Map<String, Object> submit = Map.of("action", "submit", "version", view.get("version"));
    String transitions = "/api/v1/tasks/" + task.id() + "/transitions";
    JsonNode submitted = Http.json(post(world.labeler, transitions, submit));
    assertThat(submitted.get("stage").get("id").asString()).isEqualTo("review");
    assertThat(submitted.get("editable").asBoolean()).isFalse();
    assertThat(post(world.labeler, project + "/next-task", Map.of()).statusCode()).isEqualTo(204);
    HttpResponse<String> again = post(world.labeler, transitions, submit);
    assertThat(again.statusCode()).isEqualTo(409);
    assertThat(Http.json(again).get("current").get("stage").get("id").asString())
        .isEqualTo("review");

    JsonNode tasks = Http.json(get(world.reviewer, project + "/tasks?stage=review"));
    assertThat(tasks.get("total").asInt()).isEqualTo(1);
    assertThat(get(world.people.user("stranger"), "/api/v1/tasks/" + task.id()).statusCode())
        .isEqualTo(404);
  }

  @Test
  void notesChecklistAndNoticesAreThere() {
    Task task = world.inReview(10);
    String notes = "/api/v1/tasks/" + task.id() + "/notes";
    HttpResponse<String> made =
        post(world.reviewer, notes, Map.of("from", 1, "to", 2, "body", "Look", "x", 3.5, "y", 4));
    assertThat(made.statusCode()).isEqualTo(201);
    JsonNode note = Http.json(made);
    assertThat(Http.json(get(world.labeler, notes))).hasSize(1);
    assertThat(Http.json(get(world.labeler, "/api/v1/tasks/" + task.id() + "/checklist")))
        .extracting(item -> item.get("kind").asString())
        .contains("open-note", "no-labels");
    String settle = "/api/v1/notes/" + note.get("id").asString() + "/resolve";
    Map<String, Object> upon = Map.of("version", note.get("version"));
    assertThat(post(world.labeler, settle, upon).statusCode()).isEqualTo(200);
    assertThat(post(world.labeler, settle, upon).statusCode()).isEqualTo(409);
    JsonNode notices = Http.json(get(world.labeler, "/api/v1/me/notifications"));
    assertThat(notices.get(0).get("kind").asString()).isEqualTo("note");
    String read = "/api/v1/me/notifications/" + notices.get(0).get("id").asString() + "/read";
    assertThat(post(world.labeler, read, Map.of()).statusCode()).isEqualTo(204);
  }

  @Test
  void strayBytesInATextAreLeftOut() {
    Task task = world.task(10);
    world.act(task, "claim", world.labeler);
    String notes = "/api/v1/tasks/" + task.id() + "/notes";
    String body = "{\"from\":1,\"to\":2,\"body\":\"a\\u0000b\\ud83dc\\ud83d\\ude00\"}";
    HttpResponse<String> note = post(world.labeler, notes, body);
    assertThat(Http.json(note).get("body").asString()).isEqualTo("abc\ud83d\ude00");

    JsonNode op =
        mapper.readTree(
            """
            {"op":"%s","base":0,"kind":"track.create","track":"%s","trackKind":"OBJECT",
             "classId":"ball","name":"x\\u0000y","attributes":{"n":"p\\u0000q"}}
            """
                .formatted(UUID.randomUUID(), UUID.randomUUID()));
    assertThat(world.apply(task, world.labeler, ops.read(op)).message()).isNull();
  }

  @Test
  void anExportCanBeFetchedInPieces() {
    Task task = world.task(10);
    new TestPacks(context).fill(task.video(), 10);
    world.act(task, "claim", world.labeler);
    UUID track = world.track(task, world.labeler, "ball");
    world.draw(task, world.labeler, track, 0);
    String all = "/api/v1/projects/" + world.project.id() + "/exports";
    HttpResponse<String> empty = post(world.lead, all, Map.of("format", "coco"));
    assertThat(empty.statusCode()).isEqualTo(422);
    JsonNode made = Http.json(post(world.lead, all, Map.of("format", "native", "scope", "all")));
    String path = "/api/v1/exports/" + made.get("id").asString();
    JsonNode done =
        eventually(
            () -> Http.json(get(world.lead, path)),
            export -> export.get("state").asString().equals("DONE"));
    assertThat(done.get("losses")).isNotEmpty();
    int size = done.get("sizeBytes").asInt();

    HttpResponse<String> part = get(world.lead, path + "/file", "bytes=10-19");
    assertThat(part.statusCode()).isEqualTo(206);
    assertThat(part.headers().firstValue("Content-Range")).hasValue("bytes 10-19/" + size);
    assertThat(get(world.lead, path + "/file", "bytes=" + size + "-").statusCode()).isEqualTo(416);
    HttpResponse<String> whole = get(world.lead, path + "/file");
    assertThat(whole.statusCode()).isEqualTo(200);
    assertThat(whole.headers().firstValueAsLong("Content-Length")).hasValue(size);
    assertThat(whole.headers().firstValue("Content-Disposition").orElse(""))
        .contains("native-snapshot-1.zip");
    assertThat(get(world.labeler, path + "/file").statusCode()).isEqualTo(403);
  }

  @Test
  void stagesAreSavedUponAVersion() {
    String path = "/api/v1/projects/" + world.project.id() + "/workflow";
    JsonNode current = Http.json(get(world.labeler, path));
    assertThat(current.get("stages")).hasSize(3);
    assertThat(send(world.lead, "PUT", path, current).statusCode()).isEqualTo(200);
    assertThat(send(world.lead, "PUT", path, current).statusCode()).isEqualTo(409);
    assertThat(send(world.labeler, "PUT", path, current).statusCode()).isEqualTo(403);
  }

  private HttpResponse<String> post(User user, String path, Object body) {
    return send(user, "POST", path, body);
  }

  private HttpResponse<String> send(User user, String method, String path, Object body) {
    return http.send(method, path, Http.bearer(world.people.token(user)), body);
  }

  private HttpResponse<String> get(User user, String path) {
    return http.send("GET", path, Http.bearer(world.people.token(user)));
  }

  private HttpResponse<String> get(User user, String path, String range) {
    Map<String, String> headers = new HashMap<>(Http.bearer(world.people.token(user)));
    headers.put("Range", range);
    return http.send("GET", path, headers);
  }
}
