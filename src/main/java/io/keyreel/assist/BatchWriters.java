package io.keyreel.assist;

import io.keyreel.access.Projects;
import io.keyreel.geometry.Mask;
import io.keyreel.geometry.Masks;
import io.keyreel.jobs.JobContext;
import io.keyreel.labels.LabelSets;
import io.keyreel.labels.Proposals;
import io.keyreel.vision.FrameSource;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Makes the writers of batches. */
@Component
class BatchWriters {
  private final RunSteps steps;
  private final RunNews news;
  private final Proposals proposals;
  private final LabelSets labelSets;
  private final Projects projects;

  BatchWriters(
      RunSteps steps, RunNews news, Proposals proposals, LabelSets labelSets, Projects projects) {
    this.steps = steps;
    this.news = news;
    this.proposals = proposals;
    this.labelSets = labelSets;
    this.projects = projects;
  }

  UUID video(Run run) {
    return labelSets.find(run.labelSet()).videoId();
  }

  /** Tells the job and the watchers of the label set how far a run is. */
  RunProgress progress(Run run, List<SpanBatch> batches, JobContext context) {
    return new RunProgress(
        run,
        batches,
        done -> {
          context.progress().report(done, "Carrying masks");
          news.progressed(run.labelSet(), run.id(), done);
        });
  }

  /** What the run wrote before its worker died. */
  PropagationRequest.Earlier earlier(Run run, FrameSource frames) {
    return (track, frame) ->
        proposals
            .made(run.id(), track, frame)
            .map(made ->
                new FrameResult(
                    made.shape() == null
                        ? Mask.empty(frames.width(), frames.height())
                        : Masks.of(made.shape(), frames.width(), frames.height()),
                    made.confidence(),
                    Visibility.valueOf(made.visibility().name())))
            .orElse(null);
  }

  BatchWriter of(Run run, SpanBatch batch, JobContext context) {
    double threshold = projects.find(run.project()).settings().doubtThreshold();
    return new BatchWriter(new BatchWriter.Desk(steps, proposals), run, batch, context, threshold);
  }
}
