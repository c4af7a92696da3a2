package io.keyreel.labels;

import static io.keyreel.labels.LabelsFixture.chunk;
import static io.keyreel.labels.LabelsFixture.square;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyreel.KeyreelTest;
import io.keyreel.kernel.FrameRange;
import io.keyreel.kernel.Ids;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** People and machines in seeded orders, against a model that knows who may write where. */
@KeyreelTest
class FenceInterleavingsTest {
  private static final int ORDERS = Integer.getInteger("keyreel.interleavings", 40);
  private static final int STEPS = 30;
  private static final int FRAMES = 24;

  @Autowired Labels labels;
  @Autowired Proposals proposals;
  private LabelsFixture fixture;

  @BeforeEach
  void fixture(@Autowired ApplicationContext context) {
    fixture = new LabelsFixture(context);
  }

  /** A run of the model: the gap it claimed, and whether it should still hold it. */
  private static final class Machine {
    final UUID run = Ids.next();
    final long generation;
    final Span span;
    final long fence;
    final int end;
    int next;
    boolean holds = true;

    Machine(long generation, Span span, long fence, int end) {
      this.generation = generation;
      this.span = span;
      this.fence = fence;
      this.end = end;
      this.next = span.start() + 1;
    }
  }

  @Test
  void neverOverwritesAKeyframeNorWritesOnceOvertaken() {
    for (int seed = 0; seed < ORDERS; seed++) {
      play(seed);
    }
  }

  private void play(int seed) {
    Random random = new Random(seed);
    var scene = fixture.scene(FRAMES);
    UUID track = fixture.track(scene);
    TreeMap<Integer, Integer> human = new TreeMap<>();
    Map<Integer, Long> versions = new HashMap<>();
    List<Machine> machines = new ArrayList<>();
    draw(scene, track, 0, random, human, versions, machines);
    for (int step = 0; step < STEPS; step++) {
      switch (random.nextInt(4)) {
        case 0 -> draw(scene, track, random.nextInt(FRAMES), random, human, versions, machines);
        case 1 -> machines.add(claim(scene, track, random, human, machines));
        default -> {
          if (!machines.isEmpty()) {
            write(scene, machines.get(random.nextInt(machines.size())), seed);
          }
        }
      }
    }
    Resolved shown = labels.resolve(scene.set(), new FrameRange(0, FRAMES));
    for (Resolved.ResolvedFrame frame : shown.tracks().getFirst().frames()) {
      Integer size = human.get(frame.frame());
      assertThat(frame.source() == Resolved.Source.HUMAN)
          .as("frame %d of order %d", frame.frame(), seed)
          .isEqualTo(size != null);
      if (size != null) {
        assertThat(frame.shape()).isEqualTo(square(10, size));
      }
    }
    for (Machine machine : machines) {
      int expected = machine.next - machine.span.start() - 1;
      assertThat(proposals.written(machine.run, track))
          .as("chunks of order %d", seed)
          .hasSize(expected);
    }
  }

  private void draw(
      LabelsFixture.Scene scene,
      UUID track,
      int frame,
      Random random,
      TreeMap<Integer, Integer> human,
      Map<Integer, Long> versions,
      List<Machine> machines) {
    int size = 1 + random.nextInt(20);
    Outcome outcome =
        fixture.put(
            scene,
            track,
            frame,
            square(10, size),
            human.containsKey(frame) ? versions.get(frame) : 0);
    assertThat(outcome.status()).isEqualTo(Outcome.Status.APPLIED);
    Integer before = human.lowerKey(frame);
    int left = before == null ? -1 : before;
    human.put(frame, size);
    versions.put(frame, outcome.version());
    for (Machine machine : machines) {
      if (machine.span.start() == left || machine.span.start() == frame) {
        machine.holds = false;
      }
    }
  }

  private Machine claim(
      LabelsFixture.Scene scene,
      UUID track,
      Random random,
      TreeMap<Integer, Integer> human,
      List<Machine> machines) {
    List<Integer> starts = new ArrayList<>(human.keySet());
    int start = starts.get(random.nextInt(starts.size()));
    Integer after = human.higherKey(start);
    Span span = new Span(track, start);
    long fence = proposals.claim(scene.set(), List.of(span)).get(span);
    for (Machine machine : machines) {
      if (machine.span.equals(span)) {
        machine.holds = false;
      }
    }
    return new Machine(machines.size() + 1, span, fence, after == null ? FRAMES : after);
  }

  private void write(LabelsFixture.Scene scene, Machine machine, int seed) {
    if (machine.next >= machine.end) {
      return;
    }
    boolean written =
        proposals.write(
            chunk(
                scene,
                machine.run,
                machine.span,
                new FrameRange(machine.next, machine.next + 1),
                machine.generation,
                square(0, 3)),
            machine.fence);
    assertThat(written).as("order %d", seed).isEqualTo(machine.holds);
    machine.next += written ? 1 : 0;
  }
}
