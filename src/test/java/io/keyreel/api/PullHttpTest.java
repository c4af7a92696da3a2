package io.keyreel.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyreel.Drill;
import io.keyreel.KeyreelTest;
import io.keyreel.access.Role;
import io.keyreel.workflow.TestTasks;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/** Many people press "Next task" at once. */
@KeyreelTest
class PullHttpTest {
  private static final int CLIENTS = 8;

  @Autowired private ApplicationContext context;

  private Http http;

  @Test
  void clientsThatPullAtOnceNeverGetTheSameTask() throws InterruptedException, ExecutionException {
    TestTasks world = new TestTasks(context);
    http = new Http(context);
    List<String> all =
        IntStream.range(0, Drill.count(80, 1_000))
            .mapToObj(i -> world.task(10).id().toString())
            .toList();
    List<String> tokens =
        IntStream.range(0, CLIENTS)
            .mapToObj(i -> world.people.token(world.member(Role.REVIEWER)))
            .toList();
    String project = "/api/v1/projects/" + world.project.id();
    CyclicBarrier together = new CyclicBarrier(CLIENTS);
    List<Turn> turns = new ArrayList<>();
    try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<List<Turn>>> clients =
          tokens.stream()
              .map(token ->
                  pool.submit(() -> {
                    together.await();
                    return workOff(token, project);
                  }))
              .toList();
      for (Future<List<Turn>> client : clients) {
        assertThat(client.get()).isNotEmpty();
        turns.addAll(client.get());
      }
    }
    assertThat(turns).doesNotHaveDuplicates();
    assertThat(turns.stream().filter(turn -> turn.stage().equals("label")).map(Turn::task))
        .containsExactlyInAnyOrderElementsOf(all);
    assertThat(turns).extracting(Turn::stage).contains("review");
  }

  /** A task that somebody was given at a stage. */
  private record Turn(String stage, String task) {}

  /** Takes what comes next and moves it on until there is nothing. */
  private List<Turn> workOff(String token, String project) {
    List<Turn> taken = new ArrayList<>();
    while (true) {
      HttpResponse<String> next = http.send("POST", project + "/next-task", Http.bearer(token));
      if (next.statusCode() == 204) {
        return taken;
      }
      assertThat(next.statusCode()).as(next.body()).isEqualTo(200);
      JsonNode task = Http.json(next);
      Turn turn = new Turn(task.path("stage").path("id").asString(), task.path("id").asString());
      taken.add(turn);
      Map<String, Object> move =
          Map.of(
              "action",
              turn.stage().equals("label") ? "submit" : "approve",
              "version",
              task.path("version").asInt());
      HttpResponse<String> moved =
          http.send(
              "POST", "/api/v1/tasks/" + turn.task() + "/transitions", Http.bearer(token), move);
      assertThat(moved.statusCode()).as(moved.body()).isEqualTo(200);
    }
  }
}
