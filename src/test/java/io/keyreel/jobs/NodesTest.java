package io.keyreel.jobs;

import static io.keyreel.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyreel.ChildJvm;
import io.keyreel.Main;
import io.keyreel.TestServers;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The application as in production: a web node and workers, each a process of its own. */
class NodesTest {
  private static final int QUICK_JOBS = 20;

  @TempDir private Path temporary;

  private Map<String, String> environment = Map.of();
  private JdbcClient jdbc;

  @BeforeEach
  void giveTheNodesASchemaOfTheirOwn() {
    environment = new HashMap<>(TestServers.inSchema("nodes"));
    jdbc =
        JdbcClient.create(
            new DriverManagerDataSource(
                environment.get("KEYREEL_DB_URL"),
                environment.get("KEYREEL_DB_USER"),
                environment.get("KEYREEL_DB_PASSWORD")));
  }

  @Test
  void workersDoWhatAWebNodeTakesInAndTakeOverFromAKilledOne()
      throws IOException, InterruptedException {
    environment.put("KEYREEL_TEST_JOBS", Integer.toString(QUICK_JOBS));
    int webPort = freePort();
    try (ChildJvm web = node("web", webPort)) {
      awaitReady(web);
      environment.remove("KEYREEL_TEST_JOBS");
      assertThat(states("QUEUED")).as(web.printed()).isEqualTo(QUICK_JOBS + 1);
      assertThat(statusOf(webPort, "/actuator/health")).isEqualTo(200);

      long killed;
      int workerPort = freePort();
      try (ChildJvm worker = node("worker", workerPort)) {
        awaitReady(worker);
        assertThat(eventually(() -> states("DONE") == QUICK_JOBS)).isTrue();
        assertThat(eventually(() -> states("RUNNING") == 1)).isTrue();
        assertThat(statusOf(workerPort, "/actuator/health")).isEqualTo(200);
        assertThat(statusOf(workerPort, "/")).isEqualTo(404);
        killed = worker.pid();
        worker.kill();
      }

      try (ChildJvm successor = node("worker", freePort())) {
        assertThat(eventually(() -> startsOfTheSlowJob().size() == 2)).isTrue();
        jdbc.sql("insert into test_let_go values (now())").update();
        assertThat(eventually(() -> states("DONE") == QUICK_JOBS + 1)).isTrue();
        assertThat(startsOfTheSlowJob()).containsExactly(killed, successor.pid());
      }
      assertThat(count("select count(*) from test_tally where what = 'ended'"))
          .isEqualTo(QUICK_JOBS + 1);
      assertThat(
              count(
                  "select count(*) from test_tally where what = 'started' and process = "
                      + web.pid()))
          .isZero();
    }
  }

  private ChildJvm node(String role, int port) throws IOException {
    return ChildJvm.start(
        temporary.resolve(role + "-" + port),
        environment,
        Main.class,
        "serve",
        "--role",
        role,
        "--port",
        Integer.toString(port),
        "--data",
        temporary.resolve("data-" + port).toString());
  }

  private static void awaitReady(ChildJvm node) {
    eventually(() -> node.printed().contains("is ready") || !node.isAlive());
    assertThat(node.printed()).contains("is ready");
  }

  private int states(String state) {
    return count("select count(*) from jobs where state = '" + state + "'");
  }

  private List<Long> startsOfTheSlowJob() {
    return jdbc.sql(
            """
            select process from test_tally join jobs on jobs.id = job
            where what = 'started' and payload::text like '%slow%'
            """)
        .query(Long.class)
        .list();
  }

  private int count(String sql) {
    return jdbc.sql(sql).query(Integer.class).single();
  }

  private static int statusOf(int port, String path) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client
          .send(
              HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
              HttpResponse.BodyHandlers.discarding())
          .statusCode();
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
