package io.keyreel.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyreel.Drill;
import io.keyreel.KeyreelTest;
import io.keyreel.kernel.FrameRange;
import io.keyreel.labels.Keyframe;
import io.keyreel.labels.Labels;
import io.keyreel.labels.Op;
import io.keyreel.labels.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionException;

/** Connections are cut at any moment; whoever was not answered sends again. */
@KeyreelTest
class LateEditsDrillTest {
  private static final int EDITS = Drill.count(60, 600);

  @Autowired private ApplicationContext context;
  @Autowired private LateWork late;
  @Autowired private Labels labels;
  @Autowired private JdbcClient jdbc;

  @Test
  void everyAcknowledgedLateEditIsKeptOnceAndTakenOverOnce() throws InterruptedException {
    TestTasks world = new TestTasks(context);
    Task task = world.task(EDITS);
    world.act(task, "claim", world.labeler);
    UUID track = world.track(task, world.labeler, "ball");
    world.act(task, "submit", world.labeler);
    List<Op> ops = new ArrayList<>();
    for (int frame = 0; frame < EDITS; frame++) {
      ops.add(TestTasks.keyframe(track, frame, TestTasks.square(frame % 20, 12)));
    }

    int cuts = 0;
    try (Cutter cutter = new Cutter()) {
      for (Op op : ops) {
        Outcome outcome = until(() -> world.apply(task, world.labeler, op));
        assertThat(outcome.status()).isEqualTo(Outcome.Status.BRANCHED);
      }
      while (cutter.cuts == 0) {
        Outcome again = until(() -> world.apply(task, world.labeler, ops.getLast()));
        assertThat(again.status()).isEqualTo(Outcome.Status.BRANCHED);
      }
      assertThat(until(() -> late.of(task.id(), false, world.lead))).hasSize(EDITS);
      while (until(() -> late.of(task.id(), false, world.lead).size()) > 0) {
        until(() -> late.apply(task.id(), null, false, world.lead));
      }
      cuts = cutter.cuts;
    }

    List<Keyframe> keyframes = labels.state(task.labelSet(), new FrameRange(0, EDITS)).keyframes();
    assertThat(cuts).isPositive();
    assertThat(keyframes).hasSize(EDITS).allMatch(keyframe -> keyframe.version() == 1);
    assertThat(late.of(task.id(), true, world.lead))
        .hasSize(EDITS)
        .allMatch(edit -> edit.state().equals("APPLIED"));
    assertThat(world.apply(task, world.labeler, ops.getFirst()).status())
        .isEqualTo(Outcome.Status.REPLAYED);
  }

  @FunctionalInterface
  private interface Work<T> {
    T does();
  }

  private static <T> T until(Work<T> work) {
    while (true) {
      try {
        return work.does();
      } catch (DataAccessException | TransactionException e) {
        Thread.onSpinWait();
      }
    }
  }

  /** Ends the server's own connections, as a crash of Postgres' processes would. */
  private final class Cutter implements AutoCloseable {
    private final AtomicBoolean going = new AtomicBoolean(true);
    private final Random random = new Random(90);
    private final Thread thread = Thread.ofPlatform().start(this::cut);
    private volatile int cuts;

    private void cut() {
      while (going.get()) {
        try {
          Thread.sleep(random.nextInt(5, 60));
          cuts +=
              jdbc.sql(
                      """
                      select count(pg_terminate_backend(pid)) from pg_stat_activity
                      where datname = current_database() and pid <> pg_backend_pid()
                        and (query like '%late_edits%' or query like '%label_sets%'
                          or query like '%changes%')
                      """)
                  .query(Integer.class)
                  .single();
        } catch (InterruptedException e) {
          return;
        } catch (DataAccessException e) {
          Thread.onSpinWait();
        }
      }
    }

    @Override
    public void close() throws InterruptedException {
      going.set(false);
      thread.join();
    }
  }
}
