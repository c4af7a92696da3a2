package io.keyreel.api;

import static io.keyreel.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyreel.KeyreelTest;
import io.keyreel.access.Project;
import io.keyreel.access.Role;
import io.keyreel.access.TestPeople;
import io.keyreel.access.User;
import io.keyreel.media.storage.ObjectStore;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A lead deletes a recording that people have worked on. */
@KeyreelTest
class DeletionHttpTest {
  @Autowired private ApplicationContext context;
  @Autowired private JdbcClient jdbc;
  @Autowired private ObjectStore store;

  private Scene scene;
  private UUID video;
  private Map<String, String> lead;
  private Map<String, String> labeler;
  private Http http;

  @BeforeEach
  void prepare() {
    TestPeople people = new TestPeople(context);
    User admin = people.siteAdmin();
    Project project = people.project(admin);
    User worker = people.member(project, Role.LABELER, admin);
    lead = Http.bearer(people.token(people.member(project, Role.LEAD, admin)));
    labeler = Http.bearer(people.token(worker));
    http = new Http(context);
    scene = new Scene(context, project, admin, worker);
    video = scene.id("video");
    for (String key : List.of("originals/%s", "packs/%s/full/0", "storyboards/%s.jpg")) {
      store.put(key.formatted(video), new byte[] {1}, "application/octet-stream");
    }
  }

  @Test
  void goesWithItsTasksAndLabelsOnceItsNameIsTyped() throws IOException {
    JsonNode use = Http.json(http.send("GET", address("/use"), lead));
    assertThat(List.of(use.path("tasks").asInt(), use.path("tracks").asInt()))
        .isEqualTo(List.of(1, 1));
    assertThat(http.status("DELETE", address(""), labeler)).isEqualTo(403);
    assertThat(http.status("DELETE", address(""), lead)).isEqualTo(409);
    assertThat(http.status("DELETE", address("?name=simple"), lead)).isEqualTo(409);
    assertThat(http.status("GET", address(""), lead)).isEqualTo(200);

    URI events =
        URI.create(
            "http://127.0.0.1:"
                + context.getEnvironment().getProperty("local.server.port")
                + scene.address("/api/v1/tasks/{task}/events"));
    try (EventReader open = new EventReader(events, labeler)) {
      eventually(() -> !open.heard("beat").isEmpty());
      assertThat(http.status("DELETE", address("?name=sample"), lead)).isEqualTo(204);
      assertThat(eventually(() -> !open.heard("gone").isEmpty())).isTrue();
    }

    assertThat(http.status("GET", address(""), lead)).isEqualTo(404);
    assertThat(http.status("GET", scene.address("/api/v1/tasks/{task}"), lead)).isEqualTo(404);
    assertThat(http.status("GET", scene.address("/api/v1/exports/{export}"), lead)).isEqualTo(200);
    assertThat(rows("label_sets", "video_id", video)).isZero();
    assertThat(rows("runs", "id", scene.id("run"))).isZero();
    assertThat(rows("notes", "id", scene.id("note"))).isZero();
    assertThat(eventually(() -> store.keys("packs/" + video + "/").isEmpty())).isTrue();
    assertThat(eventually(() -> store.stat("originals/" + video).isEmpty())).isTrue();
    assertThat(
            jdbc.sql(
                    "select detail->>'tasks' from audit where action = 'video.delete' and subject = ?")
                .param(video.toString())
                .query(String.class)
                .single())
        .isEqualTo("1");
  }

  private String address(String rest) {
    return scene.address("/api/v1/videos/{video}") + rest;
  }

  private int rows(String table, String column, UUID id) {
    return jdbc.sql("select count(*) from %s where %s = ?".formatted(table, column))
        .param(id)
        .query(Integer.class)
        .single();
  }

  /** A table that holds on to videos in another way would forbid to delete them. */
  @Test
  void everythingThatRefersToAVideoGoesWithIt() {
    List<String> holding =
        jdbc.sql(
                """
                with recursive hanging (id) as (
                  select 'videos'::regclass::oid
                  union
                  select c.conrelid from pg_constraint c join hanging h on c.confrelid = h.id
                  where c.contype = 'f'
                )
                select c.conrelid::regclass || '.' || c.conname
                from pg_constraint c join hanging h on c.confrelid = h.id
                where c.contype = 'f' and c.confdeltype not in ('c', 'n')
                """)
            .query(String.class)
            .list();
    assertThat(holding).isEmpty();
  }
}
