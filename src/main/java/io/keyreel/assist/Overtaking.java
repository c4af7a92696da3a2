package io.keyreel.assist;

import io.keyreel.jobs.JobQueue;
import io.keyreel.labels.Span;
import java.util.Collection;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Ends older runs that a newer one leaves nothing to do. */
@Component
class Overtaking {
  private final RunStore store;
  private final RunSteps steps;
  private final JobQueue jobs;

  Overtaking(RunStore store, RunSteps steps, JobQueue jobs) {
    this.store = store;
    this.steps = steps;
    this.jobs = jobs;
  }

  void take(UUID labelSet, Collection<Span> gaps) {
    for (UUID id : store.overtake(labelSet, gaps)) {
      if (!store.hasOpen(id)) {
        Run run = store.find(id).orElseThrow();
        steps.stop(run, RunState.CANCELLED, "Overtaken by a newer run.");
        UUID job = run.job();
        if (job != null) {
          jobs.cancel(job);
        }
      }
    }
  }
}
