package io.keyreel.jobs;

import io.keyreel.kernel.Cancellation;
import io.keyreel.kernel.Progress;

/** What a handler is given to work with. */
public interface JobContext {
  Job job();

  /** Cheap to call often: it is written and sent on at most every 300 ms. */
  Progress progress();

  /** Cheap to call often; sees a cancelled job, and a job that another worker took over. */
  Cancellation cancellation();
}
