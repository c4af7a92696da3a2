package io.keyreel.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyreel.Eventually;
import io.keyreel.KeyreelApplication;
import io.keyreel.KeyreelTest;
import io.keyreel.TestServers;
import io.keyreel.access.Project;
import io.keyreel.access.Projects;
import io.keyreel.access.Role;
import io.keyreel.access.SignIns;
import io.keyreel.access.TestPeople;
import io.keyreel.access.User;
import io.keyreel.jobs.Broadcast;
import io.keyreel.labels.ChangeLog;
import io.keyreel.workflow.SampleTasks;
import io.keyreel.workflow.Task;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

@KeyreelTest
class EventsHttpTest {
  @Autowired private ApplicationContext context;
  @Autowired private ChangeLog log;
  @Autowired private Broadcast broadcast;
  @Autowired private Projects projects;
  @Autowired private SignIns signIns;

  private User admin;
  private User labeler;
  private Project project;
  private Task task;
  private Map<String, String> bearer;

  @BeforeEach
  void prepare() {
    TestPeople people = new TestPeople(context);
    admin = people.siteAdmin();
    project = people.project(admin);
    labeler = people.member(project, Role.LABELER, admin);
    task = new SampleTasks(context).open(project, admin);
    bearer = Http.bearer(people.token(labeler));
  }

  @Test
  void replaysWhatWasMissedExactlyOnce() throws IOException {
    append(3);
    try (EventReader reader = listen(context, "?after=0", bearer)) {
      await(reader, 3);
    }
    append(5);
    Map<String, String> retry = new HashMap<>(bearer);
    retry.put("Last-Event-ID", "3");
    try (EventReader reader = listen(context, "?after=0", retry)) {
      await(reader, 5);
      append(2);
      await(reader, 7);
      assertThat(reader.changes()).containsExactly(4L, 5L, 6L, 7L, 8L, 9L, 10L);
      EventReader.Heard first = reader.heard("change").getFirst();
      assertThat(first.id()).isEqualTo(4);
      assertThat(first.data().at("/author/name").asString()).isEqualTo(labeler.name());
      assertThat(first.data().get("kind").asString()).isEqualTo("note");
      assertThat(first.data().at("/after/n").asInt()).isEqualTo(0);
    }
  }

  @Test
  void aListenerTooManyOfOnePersonIsToldSoAndOthersListenOn() throws IOException {
    Http http = new Http(context);
    String path = "/api/v1/tasks/" + task.id() + "/events";
    List<EventReader> open = new ArrayList<>();
    try {
      for (int i = 0; i < EventStreams.MOST_OF_ONE; i++) {
        open.add(listen(context, "?after=0", bearer));
      }
      HttpResponse<String> refused = http.send("GET", path, bearer);
      assertThat(refused.statusCode()).isEqualTo(429);
      assertThat(Http.json(refused).get("message").asString()).contains("close some tabs");
      Map<String, String> other = Http.bearer(new TestPeople(context).token(admin));
      assertThat(http.status("GET", path, other)).isEqualTo(200);
    } finally {
      for (EventReader reader : open) {
        reader.close();
      }
    }
    assertThat(Eventually.eventually(() -> http.status("GET", path, bearer), now -> now == 200))
        .isEqualTo(200);
  }

  @Test
  void missesAndDoublesNothingWhileManyWriteAndTheLineDrops() throws Exception {
    int writers = 4;
    int each = 60;
    List<Long> heard = new ArrayList<>();
    try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> writing = new ArrayList<>();
      for (int i = 0; i < writers; i++) {
        writing.add(pool.submit(() -> append(each)));
      }
      Random random = new Random(5);
      while (heard.size() < writers * each) {
        int enough = 1 + random.nextInt(40);
        long last = heard.isEmpty() ? 0 : heard.getLast();
        int left = writers * each - heard.size();
        try (EventReader reader = listen(context, "?after=" + last, bearer)) {
          await(reader, Math.min(enough, left));
          heard.addAll(reader.changes());
        }
      }
      for (Future<?> writer : writing) {
        writer.get();
      }
    }
    assertThat(heard).isEqualTo(LongStream.rangeClosed(1, (long) writers * each).boxed().toList());
  }

  @Test
  void carriesChangesProgressAndPresenceToAnotherNode() throws IOException {
    try (ConfigurableApplicationContext other = anotherNode();
        EventReader there = listen(other, "", bearer);
        EventReader here = listen(context, "", bearer)) {
      String cookie = "keyreel=" + signIns.begin(labeler).cookie();
      assertThat(new Http(other).send("GET", "/api/v1/me", Http.cookie(cookie)).statusCode())
          .isEqualTo(200);
      append(1);
      await(there, 1);
      await(here, 1);
      broadcast.publish(
          "set:" + task.labelSet(), "{\"type\":\"progress\",\"run\":\"r\",\"progress\":0.5}");
      until(() ->
          there.heard("progress").stream()
              .anyMatch(event -> event.data().get("progress").asDouble() == 0.5));
      String presence = "/api/v1/tasks/" + task.id() + "/presence";
      assertThat(new Http(other).send("POST", presence, bearer, Map.of("frame", 12)).statusCode())
          .isEqualTo(204);
      until(() ->
          here.heard("presence").stream()
              .anyMatch(event -> event.data().at("/users/0/frame").asInt(-1) == 12));
      assertThat(new Http(context).send("DELETE", presence, bearer).statusCode()).isEqualTo(204);
      until(() -> there.heard("presence").getLast().data().get("users").isEmpty());
    }
  }

  @Test
  void endsWhenTheListenerSignsOut() throws IOException {
    SignIns.Begun begun = signIns.begin(labeler);
    Map<String, String> cookie = Http.cookie("keyreel=" + begun.cookie());
    try (EventReader reader = listen(context, "", cookie)) {
      until(() -> !reader.heard("beat").isEmpty());
      new Http(context).send("POST", "/api/v1/sign-out", cookie);
      until(reader::ended);
    }
  }

  @Test
  void endsWhenTheListenerIsNoLongerAMember() throws IOException {
    try (EventReader reader = listen(context, "", bearer)) {
      until(() -> !reader.heard("beat").isEmpty());
      projects.remove(project.id(), labeler.id(), admin);
      until(reader::ended);
    }
    assertThatThrownBy(() -> listen(context, "", bearer)).hasMessage("status 404");
  }

  @Test
  void tellsAPersonWhatMovesInTheirProjectsAndNotInOthers() throws IOException {
    Project foreign = new TestPeople(context).project(admin);
    URI address = address(context, "/api/v1/me/events");
    try (EventReader reader = new EventReader(address, bearer)) {
      until(() -> !reader.heard("beat").isEmpty());
      broadcast.publish("project:" + foreign.id(), "{\"type\":\"task\",\"id\":\"foreign\"}");
      broadcast.publish("project:" + project.id(), "{\"type\":\"task\",\"id\":\"own\"}");
      broadcast.publish("user:" + labeler.id(), "{\"body\":\"returned\"}");
      until(() -> reader.heard("notification").size() == 1);
      assertThat(reader.heard("project"))
          .singleElement()
          .matches(event -> event.data().at("/news/id").asString().equals("own"));
    }
  }

  private void append(int times) {
    for (int i = 0; i < times; i++) {
      log.append(task.labelSet(), task.id(), "note", "note:" + i, Map.of("n", i), labeler.id());
    }
  }

  private EventReader listen(ApplicationContext node, String query, Map<String, String> headers)
      throws IOException {
    return new EventReader(
        address(node, "/api/v1/tasks/" + task.id() + "/events" + query), headers);
  }

  private static URI address(ApplicationContext node, String path) {
    return URI.create(
        "http://127.0.0.1:" + node.getEnvironment().getProperty("local.server.port") + path);
  }

  private static void await(EventReader reader, int changes) {
    until(() -> reader.changes().size() >= changes);
  }

  private static void until(BooleanSupplier happened) {
    assertThat(Eventually.eventually(happened)).isTrue();
  }

  private static ConfigurableApplicationContext anotherNode() {
    return new SpringApplicationBuilder(KeyreelApplication.class)
        .initializers(new TestServers())
        .run("--server.port=0", "--keyreel.role=web");
  }
}
