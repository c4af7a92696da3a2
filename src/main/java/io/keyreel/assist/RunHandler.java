package io.keyreel.assist;

import io.keyreel.jobs.Job;
import io.keyreel.jobs.JobContext;
import io.keyreel.jobs.JobHandler;
import io.keyreel.vision.FrameSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Does a run on a worker, batch by batch. Run again after its worker died, it goes on with what is
 * not written yet.
 */
@Component
class RunHandler implements JobHandler {
  private final RunStore store;
  private final RunSteps steps;
  private final RunLines lines;
  private final BatchWriters writers;
  private final Engines engines;
  private final Footage footage;

  RunHandler(
      RunStore store,
      RunSteps steps,
      RunLines lines,
      BatchWriters writers,
      Engines engines,
      Footage footage) {
    this.store = store;
    this.steps = steps;
    this.lines = lines;
    this.writers = writers;
    this.engines = engines;
    this.footage = footage;
  }

  @Override
  public String topic() {
    return RunStarter.TOPIC;
  }

  @Override
  public void run(JobContext context) {
    Run run = store.find(context.job().subject()).orElseThrow();
    if (run.state().isOver()) {
      return;
    }
    Propagator engine = engines.find(run.engine());
    List<SpanBatch> batches = SpanBatch.of(steps.begin(run));
    if (!batches.isEmpty()) {
      propagate(run, engine, batches, context);
    }
    steps.finish(run);
  }

  private void propagate(Run run, Propagator engine, List<SpanBatch> batches, JobContext context) {
    UUID video = writers.video(run);
    FrameSource frames = footage.frames(video);
    List<Integer> shotStarts = lines.shotStarts(video, store.isAcrossShots(run.id()));
    Map<UUID, TrackLine> all = lines.lines(run.labelSet());
    RunProgress progress = writers.progress(run, batches, context);
    for (SpanBatch batch : batches) {
      context.cancellation().check();
      BatchWriter writer = writers.of(run, batch, context);
      List<TrackKeyframes> keyframes = BatchKeyframes.of(batch, all, frames);
      if (!keyframes.isEmpty()) {
        writer.fill(
            engine,
            new PropagationRequest(
                frames, keyframes, batch.frames(), shotStarts, writers.earlier(run, frames)),
            progress.of(batch));
      }
    }
  }

  @Override
  public void failed(Job job, String reason) {
    store.find(job.subject()).ifPresent(run -> steps.stop(run, RunState.FAILED, reason));
  }
}
