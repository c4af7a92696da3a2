package io.keyreel.assist;

import io.keyreel.kernel.Progress;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleConsumer;

/** How far a run is while its engine goes through the batches one by one. */
final class RunProgress {
  private static final long BETWEEN_REPORTS = TimeUnit.MILLISECONDS.toNanos(250);

  private final double before;
  private final double total;
  private final DoubleConsumer report;
  private double done;
  private long lastReport = System.nanoTime() - BETWEEN_REPORTS;

  RunProgress(Run run, List<SpanBatch> batches, DoubleConsumer report) {
    this.before = run.progress();
    this.total = batches.stream().mapToInt(RunProgress::frames).sum();
    this.report = report;
  }

  /** For the next batch in line. */
  Progress of(SpanBatch batch) {
    double start = done;
    done += frames(batch);
    return (fraction, message) -> report(start + fraction * frames(batch));
  }

  private synchronized void report(double frames) {
    if (System.nanoTime() - lastReport >= BETWEEN_REPORTS) {
      lastReport = System.nanoTime();
      report.accept(before + (1 - before) * Math.clamp(frames / total, 0, 1));
    }
  }

  private static int frames(SpanBatch batch) {
    return batch.works().stream().mapToInt(work -> work.todo().length()).sum();
  }
}
