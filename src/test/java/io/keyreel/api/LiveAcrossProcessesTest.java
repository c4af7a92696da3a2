package io.keyreel.api;

import static io.keyreel.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyreel.ChildJvm;
import io.keyreel.KeyreelTest;
import io.keyreel.Main;
import io.keyreel.TestServers;
import io.keyreel.access.User;
import io.keyreel.workflow.NewNote;
import io.keyreel.workflow.Notes;
import io.keyreel.workflow.Task;
import io.keyreel.workflow.TestTasks;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationContext;

/**
 * Two web nodes, each a process of its own: who is at one hears at once what happens at the other.
 */
@KeyreelTest
class LiveAcrossProcessesTest {
  @TempDir private Path temporary;
  @Autowired private ApplicationContext context;
  @Autowired private Notes notes;

  @Value("${local.server.port}")
  private int port;

  @Test
  void editsNotesMovesNoticesAndPresenceReachTheOtherProcess()
      throws IOException, InterruptedException {
    TestTasks world = new TestTasks(context);
    Task task = world.task(20);
    int elsewhere = freePort();
    try (ChildJvm node = node(elsewhere)) {
      assertThat(eventually(() -> node.printed().contains("is ready"))).as(node.printed()).isTrue();
      String events = "/api/v1/tasks/" + task.id() + "/events";
      try (EventReader there = listen(elsewhere, events, world, world.labeler);
          EventReader here = listen(port, events, world, world.lead);
          EventReader labelersPage = listen(elsewhere, "/api/v1/me/events", world, world.labeler);
          EventReader leadsPage = listen(elsewhere, "/api/v1/me/events", world, world.lead)) {
        world.act(task, "assign", world.lead, world.labeler);
        UUID track = world.track(task, world.labeler, "ball");
        world.draw(task, world.labeler, track, 3);
        notes.add(task.id(), new NewNote(3, 4, track, null, null, "Is that the ball?"), world.lead);
        world.act(task, "submit", world.labeler);

        for (String kind : new String[] {"task", "track.create", "keyframe.put", "note"}) {
          until(() -> hears(there, kind));
        }
        until(() -> !labelersPage.heard("notification").isEmpty());
        until(() ->
            leadsPage.heard("project").stream()
                .anyMatch(event -> event.data().toString().contains(task.id().toString())));

        HttpResponse<String> seen =
            HttpClient.newHttpClient()
                .send(
                    HttpRequest.newBuilder(
                            address(elsewhere, "/api/v1/tasks/" + task.id() + "/presence"))
                        .header("Authorization", bearer(world, world.labeler))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString("{\"frame\":12}"))
                        .build(),
                    HttpResponse.BodyHandlers.ofString());
        assertThat(seen.statusCode()).as(seen.body()).isEqualTo(204);
        until(() ->
            here.heard("presence").stream()
                .anyMatch(event -> event.data().at("/users/0/frame").asInt(-1) == 12));
        assertThat(there.changes()).isEqualTo(here.changes()).doesNotHaveDuplicates();
      }
    }
  }

  private static boolean hears(EventReader reader, String kind) {
    return reader.heard("change").stream()
        .anyMatch(event -> event.data().path("kind").asString().equals(kind));
  }

  private static void until(BooleanSupplier happened) {
    assertThat(eventually(happened::getAsBoolean)).isTrue();
  }

  private static EventReader listen(int at, String path, TestTasks world, User user)
      throws IOException {
    return new EventReader(address(at, path), Map.of("Authorization", bearer(world, user)));
  }

  private static String bearer(TestTasks world, User user) {
    return "Bearer " + world.people.token(user);
  }

  private static URI address(int at, String path) {
    return URI.create("http://localhost:" + at + path);
  }

  private ChildJvm node(int at) throws IOException {
    return ChildJvm.start(
        temporary.resolve("printed"),
        TestServers.coordinates(),
        Main.class,
        "serve",
        "--role",
        "web",
        "--port",
        Integer.toString(at),
        "--data",
        temporary.resolve("data").toString());
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0)) {
      return free.getLocalPort();
    }
  }
}
