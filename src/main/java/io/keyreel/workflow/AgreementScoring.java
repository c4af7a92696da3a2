package io.keyreel.workflow;

import io.keyreel.jobs.JobContext;
import io.keyreel.jobs.JobHandler;
import io.keyreel.workflow.AgreementMeasure.Measured;
import io.keyreel.workflow.AgreementMeasure.Side;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Measures how far those who labelled a task apart agree, once all have handed in. Where the stage
 * asks for more than that, their labels go back to them, twice at most.
 */
@Component
class AgreementScoring implements JobHandler {
  static final String TOPIC = "workflow.agreement";

  private final TaskStore tasks;
  private final CopyStore copies;
  private final AgreementMeasure measure;
  private final AgreementReturns returns;
  private final SampledReview sampled;

  AgreementScoring(
      TaskStore tasks,
      CopyStore copies,
      AgreementMeasure measure,
      AgreementReturns returns,
      SampledReview sampled) {
    this.sampled = sampled;
    this.tasks = tasks;
    this.copies = copies;
    this.measure = measure;
    this.returns = returns;
  }

  @Override
  public String topic() {
    return TOPIC;
  }

  @Override
  public void run(JobContext context) {
    UUID id = context.job().subject();
    Task task = tasks.find(id).orElseThrow(Tasks::missing);
    List<Task> made =
        copies.handedIn(id).stream().map(copy -> tasks.find(copy).orElseThrow()).toList();
    if (copies.open(id) > 0 || made.isEmpty()) {
      return;
    }
    Measured measured =
        measure.of(
            task,
            made.stream()
                .map(copy -> new Side(Objects.requireNonNull(copy.labeler()), copy.labelSet()))
                .toList());
    returns.settle(task, made, measured, sampled);
  }
}
