package io.keyreel.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyreel.Drill;
import io.keyreel.KeyreelTest;
import io.keyreel.kernel.FrameRange;
import io.keyreel.kernel.Ids;
import io.keyreel.workflow.Task;
import io.keyreel.workflow.TestTasks;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The counting is cut off anywhere, as by the death of its process, and goes on. */
@KeyreelTest
class RollupKillsTest {
  @Autowired private ApplicationContext context;
  @Autowired private Rollups rollups;
  @Autowired private Reports reports;
  @Autowired private Activity activity;
  @Autowired private JdbcClient jdbc;

  private TestTasks scene;

  @Test
  void figuresAreTheSameWhereverTheCountingIsCutOff() throws InterruptedException {
    scene = new TestTasks(context);
    for (int i = 0; i < 6; i++) {
      work();
    }
    rollups.catchUp();
    Map<String, List<List<Object>>> whole = figures();
    Random random = new Random(7);
    int cuts = 0;
    for (int round = 0; round < Drill.count(5, 60); round++) {
      rollups.forget();
      for (int kill = 0; kill < 4; kill++) {
        cuts += cutOff(random.nextInt(60));
      }
      rollups.catchUp();
      assertThat(figures()).as("round %d", round).isEqualTo(whole);
    }
    assertThat(cuts).isPositive();
  }

  /** Ends the database sessions of whoever counts, in the middle of what they do. */
  private int cutOff(int millis) throws InterruptedException {
    boolean[] died = {false};
    Thread counting =
        new Thread(() -> {
          try {
            rollups.catchUp();
          } catch (RuntimeException cut) {
            died[0] = true;
          }
        });
    counting.start();
    Thread.sleep(millis);
    jdbc.sql(
            """
            select count(pg_terminate_backend(pid)) from pg_stat_activity
            where pid <> pg_backend_pid() and query like '%analytics_%' and datname = current_database()
              and state <> 'idle'
            """)
        .query(Long.class)
        .single();
    counting.join();
    return died[0] ? 1 : 0;
  }

  private void work() {
    Task task = scene.act(scene.task(150), "claim", scene.labeler);
    activity.record(
        task.id(),
        List.of(
            new Moment(Ids.next(), 50_000, 1),
            new Moment(Ids.next(), 30_000, 2),
            new Moment(Ids.next(), 1_000, 3)),
        scene.labeler);
    for (int object = 0; object < 3; object++) {
      UUID track = scene.track(task, scene.labeler, "ball");
      scene.draw(task, scene.labeler, track, 0);
      scene.propose(task, track, new FrameRange(1, 150), 0.7f);
      scene.draw(task, scene.labeler, track, 70 + object);
    }
    scene.act(task, "submit", scene.labeler);
  }

  private Map<String, List<List<Object>>> figures() {
    Map<String, List<List<Object>>> all = new HashMap<>();
    for (String name : reports.names()) {
      if (!name.startsWith("queue")) {
        Report report =
            reports.read(name, scene.project.id(), Filter.weeksTo(reports.today()), scene.lead);
        all.put(name, new ArrayList<>(report.rows()));
      }
    }
    return all;
  }
}
