package io.keyreel.labels;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyreel.KeyreelTest;
import io.keyreel.kernel.FrameRange;
import io.keyreel.kernel.Ids;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@KeyreelTest
class ConcurrentChangesTest {
  private static final int THREADS = 8;
  private static final int OPS = 200;
  private static final int FRAMES = 6;

  @Autowired Labels labels;
  @Autowired ChangeLog log;
  @Autowired JdbcClient jdbc;
  private LabelsFixture fixture;

  @BeforeEach
  void fixture(@Autowired ApplicationContext context) {
    fixture = new LabelsFixture(context);
  }

  /** What a writer was told of one put. */
  private record Told(int frame, int mark, Outcome outcome) {}

  @Test
  void losesNoUpdateAmongEightWriters() throws Exception {
    var scene = fixture.scene(FRAMES);
    UUID track = fixture.track(scene);
    List<Told> told = inParallel(thread -> write(scene, track, new Random(thread)));
    List<Told> applied =
        told.stream().filter(t -> t.outcome().status() == Outcome.Status.APPLIED).toList();
    for (int frame = 0; frame < FRAMES; frame++) {
      int at = frame;
      List<Told> chain =
          applied.stream()
              .filter(t -> t.frame() == at)
              .sorted((a, b) -> Long.compare(a.outcome().version(), b.outcome().version()))
              .toList();
      assertThat(chain)
          .extracting(t -> t.outcome().version())
          .containsExactlyElementsOf(LongStream.rangeClosed(1, chain.size()).boxed().toList());
      assertThat(chain).extracting(t -> t.outcome().seq()).isSorted();
      Keyframe last = labels.state(scene.set(), new FrameRange(at, at + 1)).keyframes().getFirst();
      assertThat(last.z()).isEqualTo(chain.getLast().mark());
      assertThat(last.version()).isEqualTo(chain.size());
    }
    assertThat(told).allMatch(t -> t.outcome().status() != Outcome.Status.REFUSED);
    assertThat(told)
        .filteredOn(t -> t.outcome().status() == Outcome.Status.CONFLICT)
        .isNotEmpty()
        .allMatch(t -> t.outcome().current() != null);
    assertThat(sequence(scene.set()))
        .containsExactlyElementsOf(LongStream.rangeClosed(1, THREADS * OPS + 1).boxed().toList());
    assertThat(losing(scene.set())).isEqualTo(told.size() - applied.size());
  }

  private List<Told> write(LabelsFixture.Scene scene, UUID track, Random random) {
    Map<Integer, Long> versions = new HashMap<>();
    List<Told> told = new ArrayList<>();
    for (int i = 0; i < OPS; i++) {
      int frame = random.nextInt(FRAMES);
      int mark = random.nextInt();
      Outcome outcome =
          fixture.apply(
              scene,
              new Op.KeyframePut(
                  Ids.next(),
                  versions.getOrDefault(frame, 0L),
                  null,
                  track,
                  frame,
                  Slot.MASK,
                  LabelsFixture.square(frame, 4),
                  mark,
                  false));
      told.add(new Told(frame, mark, outcome));
      if (outcome.status() == Outcome.Status.APPLIED) {
        versions.put(frame, outcome.version());
      } else if (outcome.current() instanceof Keyframe current) {
        versions.put(frame, current.version());
      }
    }
    return told;
  }

  @Test
  void doesAnOperationOnceHoweverOftenItIsSentAtOnce() throws Exception {
    var scene = fixture.scene(50);
    UUID track = fixture.track(scene);
    List<Op> ops =
        IntStream.range(0, 50)
            .<Op>mapToObj(frame -> LabelsFixture.putOp(track, frame, LabelsFixture.square(1, 4), 0))
            .toList();
    List<Outcome> outcomes =
        inParallel(thread -> fixture.changes().apply(scene.set(), null, scene.user(), ops));
    for (Op op : ops) {
      List<Outcome> same = outcomes.stream().filter(o -> o.op().equals(op.op())).toList();
      assertThat(same).hasSize(THREADS);
      assertThat(same).filteredOn(o -> o.status() == Outcome.Status.APPLIED).hasSize(1);
      assertThat(same).filteredOn(o -> o.status() == Outcome.Status.REPLAYED).hasSize(THREADS - 1);
      Set<Long> seqs = new HashSet<>();
      same.forEach(o -> seqs.add(o.seq()));
      assertThat(seqs).hasSize(1);
    }
    assertThat(log.seq(scene.set())).isEqualTo(51);
  }

  private interface Writer<T> {
    List<T> write(int thread) throws Exception;
  }

  private static <T> List<T> inParallel(Writer<T> writer) throws Exception {
    List<T> all = Collections.synchronizedList(new ArrayList<>());
    CyclicBarrier start = new CyclicBarrier(THREADS);
    try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      List<Callable<Boolean>> calls =
          IntStream.range(0, THREADS)
              .<Callable<Boolean>>mapToObj(thread ->
                  () -> {
                    start.await();
                    return all.addAll(writer.write(thread));
                  })
              .toList();
      for (Future<Boolean> future : threads.invokeAll(calls)) {
        future.get();
      }
    }
    return List.copyOf(all);
  }

  private List<Long> sequence(UUID labelSet) {
    return jdbc.sql("select seq from changes where label_set_id = :set order by seq")
        .param("set", labelSet)
        .query(Long.class)
        .list();
  }

  private int losing(UUID labelSet) {
    return jdbc.sql("select count(*) from changes where label_set_id = :set and not applied")
        .param("set", labelSet)
        .query(Integer.class)
        .single();
  }
}
