package io.keyreel.assist;

import io.keyreel.jobs.JobContext;
import io.keyreel.kernel.FrameRange;
import io.keyreel.kernel.Progress;
import io.keyreel.labels.Chunk;
import io.keyreel.labels.Proposals;
import io.keyreel.labels.Span;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;

/**
 * Writes what an engine has ready for one batch, and stops the engine when nothing of the batch
 * belongs to the run any more.
 */
final class BatchWriter {
  private static final long BETWEEN_LOOKS = TimeUnit.MILLISECONDS.toNanos(500);

  private final Desk desk;
  private final Run run;
  private final Set<Work> open;
  private final JobContext context;
  private final double threshold;
  private long lastLook = System.nanoTime();

  /** Where it writes to. */
  record Desk(RunSteps steps, Proposals proposals) {}

  BatchWriter(Desk desk, Run run, SpanBatch batch, JobContext context, double threshold) {
    this.desk = desk;
    this.run = run;
    this.open = new LinkedHashSet<>(batch.works());
    this.context = context;
    this.threshold = threshold;
  }

  void fill(Propagator engine, PropagationRequest request, Progress progress) {
    try {
      engine.propagate(request, this::accept, progress, this::isStopped);
    } catch (CancellationException e) {
      if (context.cancellation().requested() || !open.isEmpty()) {
        throw e;
      }
    }
    open.forEach(work -> desk.steps().close(run, work.span()));
  }

  private void accept(PropagatedChunk chunk) {
    for (Work work : Set.copyOf(open)) {
      if (work.span().gap().track().equals(chunk.track()) && work.todo().overlaps(chunk.frames())) {
        write(work, chunk);
      }
    }
  }

  private void write(Work work, PropagatedChunk chunk) {
    FrameRange frames =
        new FrameRange(
            Math.max(work.todo().from(), chunk.frames().from()),
            Math.min(work.todo().to(), chunk.frames().to()));
    Chunk cut = ChunkCut.of(run, work.span().gap(), chunk, frames, threshold);
    if (!desk.steps().write(run, work.span(), cut)) {
      open.remove(work);
    }
  }

  private boolean isStopped() {
    if (System.nanoTime() - lastLook >= BETWEEN_LOOKS) {
      dropLost();
      lastLook = System.nanoTime();
    }
    return open.isEmpty() || context.cancellation().requested();
  }

  private void dropLost() {
    Map<Span, Long> held = new HashMap<>();
    open.forEach(work -> held.put(work.span().gap(), work.span().fence()));
    Set<Span> lost = desk.proposals().lost(held);
    open.removeIf(work -> {
      boolean gone = lost.contains(work.span().gap());
      if (gone) {
        desk.steps().lost(run, work.span());
      }
      return gone;
    });
  }
}
